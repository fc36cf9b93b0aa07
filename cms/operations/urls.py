"""Where load balancers and monitors ask how we are."""

from django.urls import path

from cms.operations import views

urlpatterns = [
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
]

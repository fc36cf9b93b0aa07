"""The pages of an account, below the admin's address and before the admin's own.

Of allauth's pages only these are offered: nobody signs up, and addresses of mail are
not managed here.
"""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from django.urls import path, re_path
from django.views.decorators.cache import never_cache
from wagtail.utils.urlpatterns import decorate_urlpatterns

from cms.accounts import views
from cms.accounts.language import in_visitors_language

urlpatterns = [
    path("login/", views.SignInView.as_view(), name="account_login"),
    path("login/code/", mfa.authenticate, name="mfa_authenticate"),
    path("login/inactive/", account.account_inactive, name="account_inactive"),
    path("login/end/", account.logout, name="account_logout"),
    path("login/confirm/", account.reauthenticate, name="account_reauthenticate"),
    path("login/confirm/code/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path(
        "password_reset/",
        views.ResetPasswordView.as_view(),
        name="account_reset_password",
    ),
    path(
        "password_reset/done/",
        account.password_reset_done,
        name="account_reset_password_done",
    ),
    re_path(
        r"^password_reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "password_reset/complete/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("account/password/", account.password_change, name="account_change_password"),
    path("account/email/", views.EmailView.as_view(), name="own_email"),
    path("account/sessions/", views.SessionsView.as_view(), name="usersessions_list"),
    path("account/two-step/", mfa.index, name="mfa_index"),
    path("account/two-step/app/", totp.activate_totp, name="mfa_activate_totp"),
    path(
        "account/two-step/app/remove/", totp.deactivate_totp, name="mfa_deactivate_totp"
    ),
    path(
        "account/two-step/codes/",
        recovery_codes.view_recovery_codes,
        name="mfa_view_recovery_codes",
    ),
    path(
        "account/two-step/codes/new/",
        recovery_codes.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path(
        "account/two-step/codes/file/",
        recovery_codes.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
    # allauth asks for the address of these; nothing is there.
    path("account/password/set/", views.not_here, name="account_set_password"),
]
urlpatterns = decorate_urlpatterns(urlpatterns, in_visitors_language)
urlpatterns = decorate_urlpatterns(urlpatterns, never_cache)

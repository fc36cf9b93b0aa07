"""The home page, plain pages, menus and texts of the whole site."""

from home.models.menus import Menu
from home.models.pages import HomePage, StandardPage
from home.models.site_texts import SiteTexts

__all__ = ["HomePage", "Menu", "SiteTexts", "StandardPage"]

/* Tells the translation editor where Wagtail's choosers are. */
window.chooserUrls ??= { ...document.currentScript.dataset };

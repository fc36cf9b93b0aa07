/* Starts Wagtail's older widgets by data in the page, so that no script has to stand in it:
   <template data-controller="starter" data-starter="new InlinePanel" data-arguments="[…]"> */
(() => {
  // Only these may be named; several are declared by `class` and are no property of window.
  const starters = {
    initDateChooser: (...words) => window.initDateChooser(...words),
    initTimeChooser: (...words) => window.initTimeChooser(...words),
    initDateTimeChooser: (...words) => window.initDateTimeChooser(...words),
    createTaskChooser: (...words) => window.createTaskChooser(...words),
    "new InlinePanel": (...words) => new window.InlinePanel(...words),
    "new MultipleChooserPanel": (...words) => new window.MultipleChooserPanel(...words),
    "new Chooser": (...words) => new window.Chooser(...words),
    "new PageChooser": (...words) => new window.PageChooser(...words),
    "new ImageChooser": (...words) => new window.ImageChooser(...words),
    "new DocumentChooser": (...words) => new window.DocumentChooser(...words),
    "new SnippetChooser": (...words) => new window.SnippetChooser(...words),
  };

  class StarterController extends window.StimulusModule.Controller {
    connect() {
      const { starter, arguments: words } = this.element.dataset;
      this.element.remove(); // an element that is moved must not start again
      starters[starter](...JSON.parse(words));
    }
  }

  window.wagtail.app.register("starter", StarterController);
})();

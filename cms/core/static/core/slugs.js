// Slugs of titles beyond Latin come from the server, which knows every script. Wagtail's
// own table in the browser writes the Greek ξ as 3.
(() => {
  const BEYOND_LATIN = /[^\u0000-\u024f\u1e00-\u1eff\u2000-\u206f]/;
  const address = document.currentScript.dataset.address;
  let suggested = null;

  const titleOf = (event) => event.detail?.value ?? "";
  const isOurs = (event) => event.target.name === "slug" && BEYOND_LATIN.test(titleOf(event));

  // Wagtail asks whether the slug still follows the title: ours does.
  document.addEventListener("w-sync:check", (event) => {
    if (isOurs(event) && event.target.value === suggested) event.stopImmediatePropagation();
  }, true);

  document.addEventListener("w-sync:apply", async (event) => {
    if (!isOurs(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const title = titleOf(event);
    const answer = await fetch(`${address}?${new URLSearchParams({ title })}`);
    if (!answer.ok) return;
    suggested = (await answer.json()).slug;
    event.target.value = suggested;
    event.target.dispatchEvent(new Event("change", { bubbles: true }));
  }, true);
})();

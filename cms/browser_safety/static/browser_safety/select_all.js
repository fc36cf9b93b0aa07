/* Ticks every language with one tick, where translations are asked for. */
document.addEventListener("DOMContentLoaded", () => {
  const all = document.querySelector('[name="select_all"]');
  all?.addEventListener("change", () => {
    document.querySelectorAll('[name="locales"]').forEach((box) => {
      box.checked = all.checked;
    });
  });
});

// What has the focus is never under the box: the page keeps as much room below as the box takes.
const foot = document.querySelector("#foot");

if (foot) {
  new ResizeObserver(() => {
    const sticks = getComputedStyle(foot).position === "sticky";
    document.documentElement.style.scrollPaddingBottom = sticks ? `${foot.offsetHeight + 12}px` : "";
  }).observe(foot);
}

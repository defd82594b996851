// How high the foot of the log form is, for staff.css: large letters, long names and what a topic brings along make it higher.
const foot = document.querySelector("[data-desk] .save-foot");
new ResizeObserver(() => document.documentElement.style.setProperty("--foot", `${foot.offsetHeight}px`)).observe(foot);

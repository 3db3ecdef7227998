/**
 * Filter and search, without any library. The page is whole without it: the tool bar stays hidden until this runs.
 * Files not examined in full have no `data-filter` and are therefore never hidden; printing shows everything.
 */
export const FILTER_SCRIPT = `"use strict";
(function () {
  var bar = document.getElementById("filter");
  var search = document.getElementById("filter-search");
  var selects = Array.prototype.slice.call(bar.querySelectorAll("select"));
  var count = document.getElementById("filter-count");
  var files = Array.prototype.slice.call(document.querySelectorAll("[data-filter]"));
  var rows = {};
  document.querySelectorAll("[data-row-of]").forEach(function (row) { rows[row.dataset.rowOf] = row; });
  var texts = [];
  var always = document.querySelectorAll("article[data-always]").length;

  function textOf(file, index) {
    if (texts[index] === undefined) texts[index] = file.textContent.toLowerCase();
    return texts[index];
  }
  function chosen(name) {
    return document.getElementById("filter-" + name).value;
  }
  function has(element, name) {
    var value = chosen(name);
    return value === "" || element.dataset[name] === value;
  }
  function apply() {
    var words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
    var byFinding = chosen("severity") !== "" || chosen("category") !== "";
    var shown = always;
    files.forEach(function (file, index) {
      var matches = 0;
      file.querySelectorAll("[data-severity]").forEach(function (finding) {
        var match = has(finding, "severity") && has(finding, "category");
        finding.classList.toggle("filtered", !match);
        if (match) matches += 1;
      });
      var show = has(file, "status") && (!byFinding || matches > 0) &&
        words.every(function (word) { return textOf(file, index).indexOf(word) >= 0; });
      file.classList.toggle("filtered", !show);
      if (rows[file.id]) rows[file.id].classList.toggle("filtered", !show);
      if (show) shown += 1;
    });
    var active = byFinding || words.length > 0 || chosen("status") !== "";
    count.textContent = count.dataset.text
      .replace("{shown}", String(shown))
      .replace("{total}", String(files.length + always)) +
      (active && always > 0 ? count.dataset.always : "");
  }
  function reset() {
    search.value = "";
    selects.forEach(function (select) { select.value = ""; });
    apply();
  }
  search.addEventListener("input", apply);
  selects.forEach(function (select) { select.addEventListener("change", apply); });
  document.getElementById("filter-reset").addEventListener("click", reset);
  window.addEventListener("hashchange", function () {
    var target = document.getElementById(location.hash.slice(1));
    if (target && target.classList.contains("filtered")) { reset(); target.scrollIntoView(); }
  });
  bar.hidden = false;
  apply();
})();
`;

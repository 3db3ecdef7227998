import { DECISIONS_SCHEMA } from "../decisions.ts";

/**
 * Recording decisions. They live in the page until they are exported to a file of the reviewer's own; nothing is kept in the
 * browser and nothing is sent anywhere.
 */
export const DECIDE_SCRIPT = `(function () {
  var bar = document.getElementById("decide");
  var count = document.getElementById("decide-count");
  var reviewer = document.getElementById("decide-reviewer");
  var expand = document.getElementById("expand-all");
  var details = Array.prototype.slice.call(document.querySelectorAll("details"));
  var unsaved = false;

  function forms() {
    return Array.prototype.slice.call(document.querySelectorAll("main .decision")).filter(function (form) {
      return form.querySelector("select").value !== "";
    });
  }
  function tell() {
    count.textContent = count.dataset.text.replace("{count}", String(forms().length));
  }
  document.querySelectorAll("[data-decide]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      var template = document.getElementById("decide-" + button.dataset.decide);
      var form = template.content.firstElementChild.cloneNode(true);
      form.dataset.of = button.dataset.decide;
      form.addEventListener("input", function () { unsaved = true; tell(); });
      button.replaceWith(form);
      form.querySelector("select").focus();
    });
  });

  function recordOf(form) {
    var article = form.closest("article");
    var record = { path: article.dataset.path, sha256: article.dataset.sha256 || null };
    var said = form.querySelector("select").value;
    var reason = form.querySelector("input").value.trim();
    if (form.dataset.of === "file") return [Object.assign(record, { opinion: said, reason: reason })];
    var finding = form.closest(".finding");
    var places = Array.prototype.slice.call(finding.querySelectorAll("[data-place]"));
    var prints = places.map(function (place) { return place.dataset.fingerprint || null; });
    return prints.filter(function (print, index) { return prints.indexOf(print) === index; }).map(function (print) {
      return Object.assign({ fingerprint: print, ruleId: finding.dataset.rule, decision: said, reason: reason }, record);
    });
  }
  function missing(all) {
    if (reviewer.value.trim() === "") return [reviewer, count.dataset.reviewer];
    var open = all.find(function (form) {
      return form.dataset.of === "finding" && form.querySelector("input").value.trim() === "";
    });
    return open ? [open.querySelector("input"), count.dataset.reason] : null;
  }
  document.getElementById("decide-export").addEventListener("click", function () {
    var all = forms();
    var lack = missing(all);
    if (lack) { count.textContent = lack[1]; lack[0].focus(); return; }
    var of = function (kind) {
      return all.filter(function (form) { return form.dataset.of === kind; }).flatMap(recordOf);
    };
    var now = new Date();
    var day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(function (part) {
      return String(part).padStart(2, "0");
    }).join("-");
    var file = {
      schema: "${DECISIONS_SCHEMA}", reviewer: reviewer.value.trim(), date: day, files: of("file"), findings: of("finding")
    };
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(file, null, 2) + "\\n"], { type: "application/json" }));
    link.download = "secreview-decisions.json";
    link.click();
    unsaved = false;
    tell();
  });
  window.addEventListener("beforeunload", function (event) { if (unsaved) event.preventDefault(); });

  function open(all) { details.forEach(function (each) { each.open = all; }); }
  expand.addEventListener("click", function () {
    var all = details.some(function (each) { return !each.open; });
    open(all);
    expand.textContent = all ? expand.dataset.close : expand.dataset.open;
  });
  expand.hidden = details.length === 0;
  window.addEventListener("beforeprint", function () { open(true); });
  bar.hidden = false;
  tell();
})();
`;

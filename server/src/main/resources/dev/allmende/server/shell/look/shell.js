"use strict";
// Keeps a page true to the API while it is open. All HTML comes escaped from the server; without this script every page
// works, and changes when it is loaded again.

(() => {
  const MOST_ROWS = 500;
  const live = document.getElementById("live");

  // ---- menus: one open at a time, closed by Escape or a click elsewhere

  document.addEventListener("click", event => {
    for (const menu of document.querySelectorAll(".menu[open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });
  document.addEventListener("keydown", event => {
    const menu = event.key === "Escape" && document.querySelector(".menu[open]");
    if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });

  // ---- pictures: the lines of what is pointed at, or has the focus

  const light = event => {
    const node = event.target.closest?.("[data-node]");
    for (const line of document.querySelectorAll(".drawing .lit")) line.classList.remove("lit");
    if (!node) return;
    const key = node.dataset.node;
    for (const line of node.ownerSVGElement.querySelectorAll(".link")) {
      line.classList.toggle("lit", line.dataset.a === key || line.dataset.b === key);
    }
  };
  document.addEventListener("focusin", light);
  document.addEventListener("pointerover", light);

  // ---- forms: what is wrong must not be folded away

  document.addEventListener("invalid", event => {
    for (let around = event.target.closest("details"); around; around = around.parentElement.closest("details")) {
      around.open = true;
    }
  }, true);

  // ---- ages

  const age = seconds => {
    if (seconds < 120) return seconds + "s";
    if (seconds < 7200) return Math.floor(seconds / 60) + "m";
    if (seconds < 172800) return Math.floor(seconds / 3600) + "h";
    return Math.floor(seconds / 86400) + "d";
  };
  const refreshAges = () => {
    for (const time of document.querySelectorAll("time[datetime]")) {
      const then = Date.parse(time.dateTime);
      if (!Number.isNaN(then)) {
        const text = age(Math.max(0, Math.floor((Date.now() - then) / 1000)));
        if (time.textContent !== text) time.textContent = text;
      }
    }
  };
  setInterval(refreshAges, 10000);

  // ---- copying

  const offerCopy = () => {
    if (!navigator.clipboard) return;
    for (const button of document.querySelectorAll("[data-copy][hidden]")) button.hidden = false;
  };
  offerCopy();
  document.addEventListener("click", async event => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    button.dataset.label ??= button.textContent;
    try {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
      button.textContent = button.dataset.done;
    } catch {
      button.textContent = button.dataset.failed;
    }
    setTimeout(() => { button.textContent = button.dataset.label; }, 3000);
  });

  if (!live || !live.dataset.href || !window.EventSource) return;

  // ---- what is said of it, to eyes and to screen readers

  let shown = "";
  const say = (state, text) => {
    if (shown === text) return;
    shown = text;
    live.className = "live " + state;
    live.replaceChildren();
    const dot = document.createElement("span");
    dot.className = "dot";
    dot.setAttribute("aria-hidden", "true");
    live.append(dot, text);
    if (state === "stale") {
      const link = document.createElement("a");
      link.href = location.href;
      link.textContent = live.dataset.reload;
      live.append(" ", link);
    }
  };

  let changed = new Set();
  let telling = 0;
  const tell = name => {
    changed.add(name);
    if (telling) return;
    telling = setTimeout(() => {
      const names = [...changed];
      const what = names.length > 3 ? String(names.length) : names.join(", ");
      say("on", live.dataset.on + " · " + live.dataset.changed.replace("{0}", what));
      changed = new Set();
      telling = 0;
    }, 700);
  };

  // ---- rows

  const fragment = html => {
    const template = document.createElement("template");
    template.innerHTML = html;
    return template.content;
  };
  const table = name => document.querySelector(`table[data-table="${CSS.escape(name)}"]`);
  const show = element => { if (element) element.hidden = false; };

  const count = (section, change) => {
    const number = section && section.querySelector("[data-count]");
    if (number) number.textContent = String(Math.max(0, Number(number.textContent) + change));
  };
  const reveal = found => {
    const section = found.closest("section");
    show(section);
    show(found.closest("[data-wrap]"));
    show(found.closest("[data-events]"));
    for (const note of document.querySelectorAll("[data-nothing]")) note.hidden = true;
    if (found.dataset.table === "events") {
      for (const note of document.querySelectorAll("[data-no-events]")) note.hidden = true;
    }
    return section;
  };
  const place = (body, row) => {
    if (body.closest("table").dataset.table === "events") {
      body.prepend(row);
      return;
    }
    const name = row.dataset.name;
    const next = [...body.rows].find(other => other.dataset.name > name);
    body.insertBefore(row, next || null);
  };

  const onRow = change => {
    const found = table(change.table);
    const row = found && fragment(change.html).querySelector("tr");
    if (!row) return;
    const old = document.getElementById(change.id);
    if (old && old.outerHTML === row.outerHTML) return;
    row.classList.add("fresh");
    if (old) {
      const focused = old.contains(document.activeElement);
      old.replaceWith(row);
      if (focused) row.querySelector("a")?.focus();
    } else {
      const section = reveal(found);
      count(section, 1);
      const body = found.tBodies[0];
      if (found.hasAttribute("data-full") || body.rows.length >= MOST_ROWS) return;
      place(body, row);
    }
    if (change.table !== "events") tell(row.dataset.name);
  };

  const onDrop = change => {
    const row = document.getElementById(change.id);
    if (!row) return;
    const section = row.closest("section");
    const body = row.parentElement;
    tell(row.dataset.name || "");
    row.remove();
    count(section, -1);
    if (section && section.classList.contains("kind") && body.rows.length === 0) section.hidden = true;
  };

  // ---- the part of a page about one object

  const onPart = change => {
    const part = document.getElementById("part");
    if (!part) return;
    const open = new Map([...part.querySelectorAll("details[id]")].map(details => [details.id, details.open]));
    const focused = part.contains(document.activeElement) && document.activeElement.closest("[id]");
    part.replaceChildren(fragment(change.html));
    for (const details of part.querySelectorAll("details[id]")) {
      if (open.has(details.id)) details.open = open.get(details.id);
    }
    offerCopy();
    const again = focused && document.getElementById(focused.id);
    if (again) (again.matches("a, button, pre") ? again : again.querySelector("summary"))?.focus();
    tell(document.querySelector("h1")?.lastChild?.textContent.trim() || "");
    if (change.last) source.close();
  };

  // ---- the stream

  const source = new EventSource(live.dataset.href);
  const stale = () => {
    source.close();
    say("stale", live.dataset.stale);
  };
  source.addEventListener("on", () => say("on", live.dataset.on));
  source.addEventListener("row", event => onRow(JSON.parse(event.data)));
  source.addEventListener("drop", event => onDrop(JSON.parse(event.data)));
  source.addEventListener("part", event => onPart(JSON.parse(event.data)));
  source.addEventListener("stale", stale);
  source.addEventListener("error", () => {
    if (source.readyState === EventSource.CLOSED) stale();
    else setTimeout(() => {
      if (source.readyState === EventSource.CONNECTING) say("off", live.dataset.off);
    }, 6000);
  });
  window.addEventListener("pagehide", () => source.close());
})();

// Shows times as the reader's clock does, UTC beside them. Pages say all without it.
const shown = new Intl.DateTimeFormat(document.documentElement.lang === "de" ? "de" : "en-GB", {
  day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", timeZoneName: "short",
});
for (const time of document.querySelectorAll("time")) {
  const local = shown.format(new Date(time.dateTime));
  if (!/\bUTC$/.test(local)) time.textContent = `${local} (${time.dateTime.slice(11, 16)} UTC)`;
}

/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/**
 * The chat's script: asks without loading the page anew, and copies quotes. Everything else is the
 * server's; without this script the same forms load a page.
 */
const chat = document.querySelector<HTMLElement>(".chat");
const conversation = document.querySelector<HTMLElement>("#conversation");
const ask = document.querySelector<HTMLFormElement>("#ask");
const input = document.querySelector<HTMLInputElement>("#question");
let busy = false;

showCopyButtons(document);

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !chat || !form.action.includes("/chat")) return;
  event.preventDefault();
  const data = new FormData(form, event.submitter instanceof HTMLButtonElement && event.submitter.name ? event.submitter : null);
  void send(form.action, data);
});

document.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>("button.copy") : null;
  if (button) void copy(button);
});

/** Asks, and adds the exchange that comes back. */
async function send(address: string, data: FormData): Promise<void> {
  if (busy || !conversation || !chat) return;
  busy = true;
  conversation.setAttribute("aria-busy", "true");
  document.querySelector(".problem")?.remove();
  try {
    const fields = [...data].filter((entry): entry is [string, string] => typeof entry[1] === "string");
    const response = await fetch(address, {
      method: "POST",
      headers: { accept: "text/html; fragment=1" },
      body: new URLSearchParams(fields),
    });
    if (!response.ok) {
      complain((response.status === 429 ? chat.dataset.tooMany : chat.dataset.failed) ?? "");
      return;
    }
    add(await response.text());
  } catch {
    complain(chat.dataset.failed ?? "");
  } finally {
    busy = false;
    conversation.removeAttribute("aria-busy");
  }
}

/** The server escapes every text of the piece; scripts in it would not run. */
function add(piece: string): void {
  document.querySelector(".start")?.remove();
  // Suggestions of earlier answers would answer another context.
  for (const old of conversation?.querySelectorAll(".chips") ?? []) old.remove();
  conversation?.insertAdjacentHTML("beforeend", piece);
  const added = conversation?.lastElementChild;
  if (!(added instanceof HTMLElement)) return;
  showCopyButtons(added);
  const context = ask?.querySelector<HTMLInputElement>("input[name=context]");
  if (context) context.value = added.dataset.context ?? "";
  if (input) {
    input.value = "";
    input.focus({ preventScroll: true });
  }
  added.scrollIntoView({ block: "start", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
}

function complain(text: string): void {
  const problem = document.createElement("p");
  problem.className = "problem";
  problem.setAttribute("role", "alert");
  problem.textContent = text;
  conversation?.append(problem);
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const text = button.textContent;
  try {
    await navigator.clipboard.writeText(button.dataset.quote ?? "");
    button.textContent = button.dataset.done ?? "";
  } catch {
    button.textContent = button.dataset.failed ?? "";
  }
  setTimeout(() => {
    button.textContent = text;
  }, 3000);
}

/** Copying needs this script; without it the buttons stay away. */
function showCopyButtons(within: ParentNode): void {
  for (const button of within.querySelectorAll<HTMLButtonElement>("button.copy")) button.hidden = false;
}

export {};

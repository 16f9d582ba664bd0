// Runs in the page that render.py opens: draws one card with the official renderer, and does what a reader would do.
// Globals of the two bundles: AdaptiveCards, markdownit.
// One block, so that each card of a run starts anew.
{
  let card, pressed = null;

  // What the renderer objects to, in its own words; empty when nothing.
  window.draw = (json, hostConfig) => {
    const markdown = window.markdownit({html: false, linkify: false});
    AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
      result.outputHtml = markdown.render(text);
      result.didProcess = true;
    };
    card = new AdaptiveCards.AdaptiveCard();
    card.hostConfig = new AdaptiveCards.HostConfig(hostConfig);
    card.onExecuteAction = action => {
      pressed = {type: action.getJsonTypeName(), title: action.title, verb: action.verb, data: action.data, url: action.url};
    };
    const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
    card.parse(json, context);
    document.getElementById('card').appendChild(card.render());
    const parsed = Array.from({length: context.eventCount}, (_, index) => context.getEventAt(index).message);
    return [...new Set([...parsed, ...card.validateProperties().validationEvents.map(event => event.message)])];
  };

  // Puts a value into the input with that id; a choice by its value or by its title.
  window.fill = (id, value) => {
    const input = card.getAllInputs(true).find(each => each.id === id);
    if (!input) throw new Error(`the card has no input ${id}`);
    const field = fieldOf(input.renderedInputControlElement, value);
    if (field.type === 'checkbox') field.checked = value === 'true';
    else if (field.type === 'radio') field.checked = true;
    else field.value = field.tagName === 'SELECT' ? optionOf(field, value) : value;
    for (const event of ['input', 'change']) field.dispatchEvent(new Event(event, {bubbles: true}));
  };

  function fieldOf(element, value) {
    const fields = element.matches('input,textarea,select') ? [element] : [...element.querySelectorAll('input,textarea,select')];
    return fields.find(field => field.type === 'radio' && field.value === value) ?? fields[0];
  }

  function optionOf(select, value) {
    const found = [...select.options].find(option => option.value === value || option.text === value);
    if (!found) throw new Error(`no choice ${value}`);
    return found.value;
  }

  // What the last press would send, after the renderer's own validation; null when that stopped it.
  window.pressed = () => pressed;

  // Texts that do not fit: cut at the card's edge, or wider than their own box.
  window.cutOff = () => {
    const edge = document.getElementById('card').getBoundingClientRect().right - 15;
    const drawn = [...document.querySelectorAll('#card button, #card .ac-textBlock, #card img')];
    const cut = drawn.filter(each => each.getBoundingClientRect().right > edge || each.scrollWidth > each.clientWidth + 1);
    const wide = document.body.scrollWidth > window.innerWidth ? ['(the page scrolls sideways)'] : [];
    return [...cut.map(each => (each.innerText || each.alt || each.tagName).slice(0, 40)), ...wide];
  };
}

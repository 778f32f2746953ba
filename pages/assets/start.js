// Progressive enhancement alone: every page works without this.
import { initAll } from '/assets/govuk-frontend.min.js';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
initAll();

// No page is kept by a browser, so it would have to send a refused form again when the reader comes back to its answer,
// and shows an error instead: let it ask for the page of the form.
if (document.querySelector('.govuk-error-summary')) history.replaceState(null, '', location.href);

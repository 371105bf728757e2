// What every page does with scripts: GOV.UK's components, and leaving quickly.
import { initAll } from "./vendor/govuk-frontend/govuk-frontend.min.js";
import { watchExit } from "./exit.js";

watchExit();
initAll();

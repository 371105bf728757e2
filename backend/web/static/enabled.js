// Runs before the page is painted: tells the style sheets that scripts work here.
document.body.classList.add("js-enabled", "govuk-frontend-supported");

"""The pages: GOV.UK style, rendered on the server, whole without JavaScript and better with it."""

"""The ``frontdoor`` command, a file per subcommand, and the supervisor."""

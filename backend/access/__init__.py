"""Who may do what: roles by programme (``actor``), and how every route declares its access (``declare``)."""

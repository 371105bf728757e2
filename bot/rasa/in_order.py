"""Runs the trained graph node by node, in an order that is kept: Rasa 3.6 lets dask plan each run anew."""

from __future__ import annotations

from typing import Any

from rasa.engine.exceptions import GraphRunError
from rasa.engine.graph import GraphNode
from rasa.engine.runner.dask import DaskGraphRunner

_ORDERS = "front_door_orders"
Order = list[tuple[str, GraphNode, tuple[str, ...]]]
"""Nodes by name, each after those that it needs."""


def run_in_order() -> None:
    """Let a graph's nodes be called one after the other, as dask calls them: by themselves, on this thread."""
    DaskGraphRunner.run = _run


def _run(
    runner: DaskGraphRunner, inputs: dict[str, Any] | None = None, targets: list[str] | None = None
) -> dict[str, Any]:
    wanted = targets or runner._graph_schema.target_names
    told: dict[str, Any] = {name: (name, value) for name, value in (inputs or {}).items()}
    try:
        for name, node, needs in _order_of(runner, tuple(wanted)):
            # What nobody provides is named: the node says so itself.
            told[name] = node(*(told.get(need, need) for need in needs))
    except RuntimeError as error:
        raise GraphRunError("Error running runner.") from error
    return dict(told[name] for name in wanted)


def _order_of(runner: DaskGraphRunner, wanted: tuple[str, ...]) -> Order:
    orders: dict[tuple[str, ...], Order] = runner.__dict__.setdefault(_ORDERS, {})
    if wanted not in orders:
        nodes = runner._graph_schema.minimal_graph_schema(list(wanted)).nodes
        order: dict[str, None] = {}
        for name in nodes:
            _after_its_needs(name, nodes, order)
        orders[wanted] = [(name, runner._instantiated_nodes[name], tuple(nodes[name].needs.values())) for name in order]
    return orders[wanted]


def _after_its_needs(name: str, nodes: dict[str, Any], order: dict[str, None]) -> None:
    if name in order or name not in nodes:
        return
    for need in nodes[name].needs.values():
        _after_its_needs(need, nodes, order)
    order[name] = None

"""brat's standoff as its server reads and verifies it.

The server is in no package registry. Its reader's documented rules are written anew here, strictly:
what it would park as unparsed raises. Its own model of annotations and its verifier are taken from
brat-widget, which carries them.
"""

import importlib
import importlib.util
import re
import sys
import types
from itertools import combinations

LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"


def read_configuration(text):
    """Reads annotation.conf into sections of (type, arguments)."""
    sections, section = {}, None
    for line in text.splitlines():
        if match := re.fullmatch(r"\[(\w+)\]", line):
            section = sections.setdefault(match[1], [])
        elif line.strip():
            name, _, arguments = line.partition("\t")
            section.append((name, [one.strip() for one in arguments.split(",") if one.strip()]))
    assert set(sections) == {"entities", "relations", "events", "attributes"}, sections.keys()
    return sections


def read(ann, text):
    """Reads every line; spans by id as (type, pieces), events, attributes, notes."""
    spans, events, attributes, notes, ids = {}, {}, {}, {}, set()
    # As Python's universal newlines cut it, which is what brat's reader sees.
    for line in ann.splitlines():
        name, *fields = line.split("\t", 2)
        assert re.fullmatch(r"[TEA#][1-9]\d*", name), line
        assert name not in ids, f"{name} twice"
        ids.add(name)
        if name[0] == "T":
            kind, ends = fields[0].split(" ", 1)
            pieces = [tuple(map(int, pair.split(" "))) for pair in ends.split(";")]
            assert all(0 <= start < end <= len(text) for start, end in pieces), line
            assert all(one[1] <= other[0] for one, other in zip(pieces, pieces[1:])), line
            words = " ".join(text[start:end] for start, end in pieces)
            assert fields[1] == words, line
            assert not set(words) & set(LINE_ENDS), line
            spans[name] = (kind, pieces)
        elif name[0] == "E":
            trigger, *arguments = fields[0].split(" ")
            assert len(fields) == 1, line
            events[name] = (trigger.split(":"), [one.split(":") for one in arguments])
        elif name[0] == "A":
            kind, target, value = fields[0].split(" ")
            attributes[name] = (kind, target, value)
        else:
            kind, target = fields[0].split(" ")
            assert kind == "AnnotatorNotes", line
            notes[target] = fields[1]
    triggers = {}
    for name, ((kind, trigger), arguments) in events.items():
        assert spans[trigger][0] == kind, name
        assert trigger not in triggers, f"{trigger} triggers twice"
        triggers[trigger] = name
        roles = [role for role, _ in arguments]
        assert len(set(roles)) == len(roles), f"{name}: a role twice"
        assert all(target in ids for _, target in arguments), f"{name}: a link to nothing"
        assert not any(target in triggers for _, target in arguments), f"{name}: a trigger"
    for _, target, _ in attributes.values():
        assert target in ids and target not in triggers
    assert all(target in ids and target not in triggers for target in notes)
    return spans, events, attributes, notes


def verify(configuration, spans, events, attributes):
    """Finds what brat's verifier would mark as an error."""
    entities = [name for name, _ in configuration["entities"]]
    rules = {name: dict(split(one) for one in arguments) for name, arguments in configuration["events"]}
    triggers = {trigger for (_, trigger), _ in events.values()}
    for name, (kind, _) in spans.items():
        assert kind in (rules if name in triggers else entities), f"{name}: {kind} is not known"
    overlap = dict(configuration["relations"]).get("<OVERLAP>")
    assert overlap == ["Arg1:<ENTITY>", "Arg2:<ENTITY>", "<OVL-TYPE>:<ANY>"] or not any(
        one[1][0][0] < other[1][-1][1] and other[1][0][0] < one[1][-1][1]
        for one, other in combinations([s for n, s in spans.items() if n not in triggers], 2)
    ), "overlap is not allowed"
    for name, ((kind, _), arguments) in events.items():
        counts = {}
        for role, target in arguments:
            role = role.rstrip("0123456789")
            counts[role] = counts.get(role, 0) + 1
            what = spans[target][0] if target in spans else events[target][0][0]
            assert role in rules[kind], f"{name}: {kind} takes no {role}"
            assert what in rules[kind][role][1], f"{name}: {role} cannot be {what}"
        for role, (count, _) in rules[kind].items():
            found = counts.get(role, 0)
            assert count == "*" or (count == "+" and found) or (count == "?" and found < 2) or (
                count == "" and found == 1
            ), f"{name}: {found} of {role}{count}"
    values = {name: dict(one.split(":") for one in arguments) for name, arguments in configuration["attributes"]}
    for name, (kind, target, value) in attributes.items():
        what = spans[target][0] if target in spans else events[target][0][0]
        assert what in values[kind]["Arg"].split("|"), f"{name}: {what} takes no {kind}"
        assert value in values[kind]["Value"].split("|"), f"{name}: {kind} is not {value}"


def split(argument):
    """Reads `Content*:Claim|Quote` as (role, (count, types))."""
    role, types = argument.split(":")
    name = role.rstrip("*+?")
    return name, (role[len(name):], types.split("|"))


def lines(text, fragments):
    """Cuts fragments at what ends a line: the pieces that standoff can hold."""
    pieces = []
    for start, end in fragments:
        at = start
        for stop in range(start, end + 1):
            if stop == end or text[stop] in LINE_ENDS:
                if stop > at:
                    pieces.append((at, stop))
                at = stop + 1
    return pieces


class Rules:
    """annotation.conf as brat's verifier asks for it."""

    def __init__(self, configuration):
        self.entities = [name for name, _ in configuration["entities"]]
        self.events = {
            name: dict(split(one) for one in arguments) for name, arguments in configuration["events"]
        }
        self.overlap = "<OVERLAP>" in dict(configuration["relations"])
        self.attributes = {
            name: dict(one.split(":") for one in arguments)["Arg"].split("|")
            for name, arguments in configuration["attributes"]
        }

    def get_event_types(self):
        return list(self.events)

    def get_entity_types(self):
        return self.entities

    def get_relation_types(self):
        return []

    def preferred_display_form(self, kind):
        return kind

    def is_physical_entity_type(self, kind):
        return kind in self.entities

    def is_event_type(self, kind):
        return kind in self.events

    def spans_can_be_equal(self, one, other):
        return self.overlap

    spans_can_cross = span_can_contain = spans_can_be_equal

    def mandatory_arguments_for_event(self, kind):
        return [role for role, (count, _) in self.events[kind].items() if count in ("", "+")]

    def argument_minimum_count_for_event(self, kind, role):
        return int(self.events[kind][role][0] in ("", "+"))

    def argument_maximum_count_for_event(self, kind, role):
        return 1 if self.events[kind][role][0] in ("", "?") else 1_000_000

    def arc_types_from(self, kind):
        return list(self.events.get(kind, []))

    def arc_types_from_to(self, kind, other):
        return [role for role, (_, kinds) in self.events.get(kind, {}).items() if other in kinds]

    def attributes_for(self, kind):
        return [name for name, kinds in self.attributes.items() if kind in kinds]


def widget():
    """Imports brat's modules from the widget without the widget, which wants a notebook."""
    if "brat_widget" not in sys.modules:
        package = types.ModuleType("brat_widget")
        package.__path__ = list(importlib.util.find_spec("brat_widget").submodule_search_locations)
        sys.modules["brat_widget"] = package
    names = ("annotation", "verify_annotations", "messager")
    return [importlib.import_module(f"brat_widget.{name}") for name in names]


def verify_by_brat(text, configuration, spans, events, attributes, notes):
    """Gives the annotations to brat's own model, has it check them and verify them."""
    annotation, verifier, messager = widget()
    document = types.SimpleNamespace(
        text=text, mtime=0, ctime=0, relations=[], equivs=[], normalizations=[],
        entities=[[name, kind, pieces] for name, (kind, pieces) in spans.items()],
        events=[[name, trigger, arguments] for name, ((_, trigger), arguments) in events.items()],
        attributes=[[name, kind, target, value] for name, (kind, target, value) in attributes.items()],
        comments=[],
    )
    messages = []
    messager.Messager.error = staticmethod(lambda message, *rest: messages.append(message))
    held = annotation.TextAnnotations(document)
    assert not messages, messages
    issues = verifier.verify_annotation(held, Rules(configuration))
    # Two attributions with the same words are what the document says, and harmless to brat.
    faults = [str(issue) for issue in issues if issue.type != verifier.AnnotationWarning]
    assert not faults, faults
    return {one.id: (one.type, one.spans, one.text) for one in held.get_textbounds()}

"""Loads every export with the loader it is for, and compares what that holds with what was meant.

usage: check.py FOLDER SCHEMA: FOLDER/meant has native files, FOLDER/FORMAT/NAME what was written of
each, FOLDER/FORMAT/all what was written of all together.
"""

import json
import os
import shutil
import subprocess
import sys
import traceback
import warnings
from collections import Counter
from pathlib import Path

import brat
from meant import Meant

os.environ.setdefault("HF_HUB_OFFLINE", "1")
os.environ.setdefault("HF_DATASETS_CACHE", str(Path(sys.argv[1]) / "datasets-cache"))
warnings.filterwarnings("ignore")
FOLDER, SCHEMA = Path(sys.argv[1]), Path(sys.argv[2])
HERE = Path(__file__).parent


def one(folder, ending):
    """Reads the only file of that ending; offsets in it must not shift, so nothing is translated."""
    (path,) = [path for path in folder.iterdir() if path.name.endswith(ending)]
    return path.read_bytes().decode("utf-8")


def same(found, expected, what):
    if found != expected:
        more, less = Counter(found) - Counter(expected), Counter(expected) - Counter(found)
        raise AssertionError(f"{what}: loaded and not meant {more}, meant and not loaded {less}")


# --- Ascribe -----------------------------------------------------------------------------------


def ascribe(meant, folder):
    import jsonschema

    file = json.loads(one(folder, ".ascribe.json"))
    validator = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))
    assert file == meant.file
    # Members of other programs are no part of the schema.
    faults = [fault.message for fault in validator.iter_errors(file)]
    assert not faults, faults
    for mark in meant.marks:
        for span in mark.owner["target"]:
            assert meant.text[span["start"]:span["end"]] == span["exact"]


# --- brat --------------------------------------------------------------------------------------


def standoff(meant, folder):
    text, ann = one(folder, ".txt"), one(folder, ".ann")
    assert text == meant.text
    configuration = brat.read_configuration(one(folder, ".conf"))
    spans, events, attributes, notes = brat.read(ann, text)
    brat.verify(configuration, spans, events, attributes)
    held = brat.verify_by_brat(text, configuration, spans, events, attributes, notes)
    for name, (kind, pieces) in spans.items():
        words = " ".join(text[start:end] for start, end in pieces)
        assert held[name] == (kind, pieces, words), name
    return spans, events, attributes, notes


def seen(meant, mark):
    return tuple(brat.lines(meant.text, mark.fragments))


def brat_plain(meant, folder):
    spans, events, attributes, notes = standoff(meant, folder)
    expected = Counter((mark.label, seen(meant, mark)) for mark in meant.marks if seen(meant, mark))
    # The parts of an attribution that cannot be seen go with it.
    gone = [at for at, mark in enumerate(meant.marks) if not seen(meant, mark)]
    parts = [link for link in meant.links if link[1] in gone and link[0] != "content"]
    expected -= Counter((meant.marks[to].label, seen(meant, meant.marks[to])) for _, _, to in parts)
    same(Counter((kind, tuple(pieces)) for kind, pieces in spans.values()), expected, "spans")
    place = lambda name: (spans[name] if name in spans else spans[events[name][0][1]])[1]
    found = Counter()
    for (_, trigger), arguments in events.values():
        for role, target in arguments:
            role = role.rstrip("0123456789").lower()
            found[(role, tuple(place(trigger)), tuple(place(target)))] += 1
    expected = Counter()
    for kind, start, end in meant.links:
        ends = seen(meant, meant.marks[start]), seen(meant, meant.marks[end])
        if all(ends):
            expected[(kind, *ends)] += 1
    same(found, expected, "links")
    said = sum(key in mark.owner for mark in meant.marks if mark.label in ("Claim", "Quote", "Attribution") and seen(meant, mark)
               for key in ("form", "stance", "checkable", "polarity", "medium"))
    said += sum(mark.owner.get("claimer") == "author" for mark in meant.marks if seen(meant, mark))
    assert len(attributes) == said, (attributes, said)


def brat_polnear(meant, folder):
    spans, events, attributes, notes = standoff(meant, folder)
    assert not attributes and not notes, "PolNeAR's reader stops at them"
    place = lambda name: tuple(spans[name][1])
    found = Counter()
    for (kind, _), arguments in events.values():
        roles = {role: Counter() for role in ("Source", "Cue", "Content")}
        for role, target in arguments:
            roles[role.rstrip("0123456789")][place(target)] += 1
        assert (kind == "Attribution") == bool(roles["Source"])
        found[tuple(frozenset(roles[role].items()) for role in roles)] += 1
    expected = Counter()
    for start, mark in enumerate(meant.marks):
        if mark.label != "Attribution":
            continue
        roles = {role: Counter() for role in ("source", "cue", "content")}
        for kind, at, end in meant.links:
            there = seen(meant, meant.marks[end])
            if at == start and kind in roles and there and meant.marks[end].label != "Attribution":
                roles[kind][there] += 1
        if any(roles.values()) or seen(meant, mark):
            expected[tuple(frozenset(roles[role].items()) for role in roles)] += 1
    same(found, expected, "events")


# --- tables and lines --------------------------------------------------------------------------


def csv(meant, folder):
    import pandas

    (path,) = folder.glob("*.csv")
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    table = pandas.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8")
    unguarded = lambda cell: cell[1:] if cell.startswith("'") else cell
    found = Counter()
    for row in table.itertuples():
        found[(row.label, int(row.start), int(row.end), unguarded(row.text))] += 1
        assert not row.text.startswith(("=", "+", "-", "@", "\t", "\r"))
    # pandas makes CRLF in a field what it is, and reads a lone CR as it stands.
    same(found, meant.spans(), "rows")
    owners = dict(zip(table.id, zip(table.label, table.start, table.end)))
    links = Counter()
    first = table[table.part == "1"]
    for row in first.itertuples():
        for owner in row.attribution.split():
            assert owner in owners
            links[owner] += 1
    assert sum(links.values()) == len(meant.links)


def record_links(record):
    """The links of a record as pieces."""
    by_id = {span["id"]: (span["label"], span["start"], span["end"]) for span in record["spans"]}
    assert len(by_id) == len(record["spans"])
    return Counter((link["type"], by_id[link["from"]], by_id[link["to"]]) for link in record["relations"])


def compare_record(meant, record):
    assert record["text"] == meant.text and record["id"] == meant.id
    spans = ((one["label"], one["start"], one["end"], one["text"]) for one in record["spans"])
    same(Counter(spans), meant.spans(), "spans")
    same(record_links(record), meant.piece_links(), "relations")


def jsonl(meant, folder):
    import pandas

    (path,) = folder.glob("*.jsonl")
    table = pandas.read_json(path, lines=True)
    assert len(table) == 1
    compare_record(meant, table.iloc[0])


def datasets(all_meant, folder):
    import datasets

    datasets.disable_progress_bars()
    (path,) = folder.glob("*.jsonl")
    loaded = datasets.load_dataset("json", data_files=str(path), split="train")
    assert len(loaded) == len(all_meant)
    for meant, record in zip(all_meant, loaded):
        compare_record(meant, record)
    assert str(loaded.features["id"].dtype) == "string"


def spacy(meant, folder):
    import spacy

    task = json.loads(one(folder, ".jsonl"))
    tokens = task["tokens"]
    doc = spacy.tokens.Doc(
        spacy.vocab.Vocab(), words=[token["text"] for token in tokens], spaces=[token["ws"] for token in tokens]
    )
    assert doc.text == meant.text
    places = [(token["start"], token["end"], token["id"]) for token in tokens]
    assert places == [(token.idx, token.idx + len(token), token.i) for token in doc]
    group = []
    for span in task["spans"]:
        cut = doc.char_span(span["start"], span["end"], label=span["label"])
        assert cut is not None, span
        assert (cut.start, cut.end - 1) == (span["token_start"], span["token_end"])
        group.append(cut)
    doc.spans["sc"] = group
    found = Counter((span.label_, span.start_char, span.end_char, span.text) for span in doc.spans["sc"])
    same(found, meant.spans(), "spans")
    links = Counter()
    for link in task["relations"]:
        ends = []
        for key, token in (("head_span", "head"), ("child_span", "child")):
            span = link[key]
            cut = doc[span["token_start"]:span["token_end"] + 1]
            assert link[token] == cut[-1].i
            ends.append((span["label"], cut.start_char, cut.end_char))
        links[(link["label"], *ends)] += 1
    same(links, meant.piece_links(), "relations")


def doccano(meant, folder):
    raw = one(folder, ".jsonl")
    assert raw.isascii()
    example = json.loads(raw)
    assert example["text"] == meant.text
    by_id = {}
    for entity in example["entities"]:
        assert type(entity["id"]) is int and entity["id"] not in by_id
        by_id[entity["id"]] = (entity["label"], entity["start_offset"], entity["end_offset"])
    found = Counter((label, start, end, meant.words((start, end))) for label, start, end in by_id.values())
    same(found, meant.spans(), "entities")
    links = Counter((link["type"], by_id[link["from_id"]], by_id[link["to_id"]]) for link in example["relations"])
    same(links, meant.piece_links(), "relations")
    assert len({link["id"] for link in example["relations"]}) == len(example["relations"])


def doccano_itself(all_meant, folders):
    home = FOLDER / "doccano-home"
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir()
    (home / "media").mkdir()
    files = [next(folder.iterdir()) for folder in folders]
    ran = subprocess.run(
        [str(FOLDER / "doccano-venv/bin/python"), str(HERE / "doccano.py"), str(home), *map(str, files)],
        capture_output=True, text=True, encoding="utf-8",
    )
    assert ran.returncode == 0, ran.stderr[-2000:]
    lines = [json.loads(line) for line in ran.stdout.split("\n") if line.startswith("{")]
    for meant, held in zip(all_meant, lines, strict=True):
        assert not held["errors"], held["errors"]
        assert held["texts"] == [meant.text]
        found = Counter((label, start, end, meant.words((start, end))) for label, start, end in held["spans"])
        same(found, meant.spans(), "spans")
        links = Counter((kind, tuple(start), tuple(end)) for kind, start, end in held["relations"])
        same(links, meant.piece_links(), "relations")


# --- Label Studio, CAS, Citron, CoNLL ----------------------------------------------------------


def label_studio(meant, folder):
    from label_studio_sdk.label_interface import LabelInterface

    interface = LabelInterface(one(folder, ".xml"))
    interface.validate()
    (task,) = json.loads(one(folder, ".json"))
    assert task["data"]["text"] == meant.text
    # With predictions in it, the SDK calls its own check wrongly; those are checked one by one below.
    assert interface.validate_task({"data": task["data"]})
    regions, links = {}, Counter()
    for prediction in task["predictions"]:
        faults = interface.validate_prediction(prediction, return_errors=True)
        assert not faults, faults
        results = prediction["result"]
        for result in results:
            if result["type"] == "labels":
                assert result["id"] not in regions
                value = result["value"]
                regions[result["id"]] = (value["labels"][0], value["start"], value["end"], value["text"])
        for result in results:
            if result["type"] == "relation":
                ends = (regions[result[key]][:3] for key in ("from_id", "to_id"))
                links[(result["labels"][0], *ends)] += 1
    found = Counter(regions.values())
    assert all(words == meant.words((start, end)) for _, start, end, words in found)
    same(found, meant.spans(), "regions")
    same(links, meant.piece_links(), "relations")


def cas(meant, folder):
    import cassis

    loaded = cassis.load_cas_from_json(one(folder, ".json"))
    assert loaded.sofa_string == meant.text
    place = lambda fs: (fs.label, fs.begin, fs.end)
    spans = loaded.select("custom.Span")
    same(Counter((*place(fs), fs.get_covered_text()) for fs in spans), meant.spans(), "spans")
    links = Counter()
    for fs in loaded.select("custom.Relation"):
        assert (fs.begin, fs.end) == (fs.Dependent.begin, fs.Dependent.end)
        links[(fs.label, place(fs.Governor), place(fs.Dependent))] += 1
    same(links, meant.piece_links(), "relations")
    segmentation = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type."
    sentences = [(fs.begin, fs.end) for fs in loaded.select(segmentation + "Sentence")]
    assert sorted(sentences) == sorted((s["start"], s["end"]) for s in meant.file["document"]["sentences"])
    edges = {edge for fs in loaded.select(segmentation + "Token") for edge in (fs.begin, fs.end)}
    for fs in spans:
        visible = fs.get_covered_text()
        assert fs.begin in edges or not printed(visible[0])
        assert fs.end in edges or not printed(visible[-1])


def citron(meant, folder):
    file = json.loads(one(folder, ".json"))
    assert list(file) == ["text", "quotes", "coreference_groups"] and file["text"] == meant.text
    spans = lambda items: frozenset((item["start"], item["end"]) for item in items)
    found = Counter()
    for quote in file["quotes"]:
        for item in [quote["cue"], *quote["sources"], *quote["contents"]]:
            assert meant.words((item["start"], item["end"])) == item["text"]
        found[(spans([quote["cue"]]), spans(quote["sources"]), spans(quote["contents"]))] += 1
    expected = Counter()
    for start, mark in enumerate(meant.marks):
        parts = {kind: [] for kind in ("source", "cue", "addressee", "content")}
        for kind, at, end in meant.links:
            if at == start:
                parts[kind].append(meant.marks[end])
        if mark.label == "Attribution" and parts["cue"]:
            pieces = lambda marks: frozenset(span for one in marks for span in one.fragments)
            contents = [one for one in parts["content"] if one.label != "Attribution"]
            cue = frozenset([parts["cue"][0].fragments[0]])
            expected[(cue, pieces(parts["source"]), pieces(contents))] += 1
    same(found, expected, "quotes")
    sources = frozenset(span for quote in found for span in quote[1])
    assert all(spans(group) <= sources for group in file["coreference_groups"])


def printed(c):
    """Tells whether CoNLL shows a character."""
    return not (c.isspace() or ord(c) < 32 or 127 <= ord(c) < 160)


def conll(meant, folder):
    from seqeval.metrics.sequence_labeling import get_entities
    from seqeval.scheme import IOB2, Entities

    blocks = [block.split("\n") for block in one(folder, ".conll").split("\n\n") if block]
    rows = [[line.split("\t") for line in block if line] for block in blocks]
    rows = [block for block in rows if block]
    assert all(len(row) == 2 and row[0] and not any(c.isspace() for c in row[0]) for block in rows for row in block)
    tags = [[tag for _, tag in block] for block in rows]
    # Strict reading and the usual one agree only where every span begins with B-.
    strict = Entities(tags, IOB2).entities if tags else []
    flat = Counter()
    for block, entities in zip(rows, strict):
        loose = get_entities([tag for _, tag in block])
        assert sorted((e.tag, e.start, e.end - 1) for e in entities) == sorted(loose)
        for entity in entities:
            flat[(entity.tag, "".join(token for token, _ in block[entity.start:entity.end]))] += 1
    same(flat, one_layer(meant), "entities")
    shown = "".join(token for block in rows for token, _ in block)
    strip = lambda text: "".join(c for c in text if printed(c))
    assert strip(shown) == strip(meant.text)


def one_layer(meant):
    with_parts = {start for kind, start, _ in meant.links if kind != "content"}
    marks = [m for at, m in enumerate(meant.marks) if m.label != "Attribution" or at not in with_parts]
    marks.sort(key=lambda mark: (mark.fragments[0][0], -mark.fragments[-1][1]))
    taken, expected = set(), Counter()
    starts = {s["start"] for s in meant.file["document"]["sentences"]}
    for mark in marks:
        covered = {at for start, end in mark.fragments for at in range(start, end)}
        if covered & taken:
            continue
        taken |= covered
        for start, end in mark.fragments:
            words, waiting = "", False
            for at in range(start, end):
                waiting |= at in starts and at > start
                if printed(meant.text[at]):
                    if waiting and words:
                        expected[(mark.label, words)] += 1
                        words = ""
                    waiting = False
                    words += meant.text[at]
            if words:
                expected[(mark.label, words)] += 1
    return expected


# --- W3C ---------------------------------------------------------------------------------------


def w3c(meant, folder, unit=lambda text: text):
    page, text = json.loads(one(folder, ".w3c.json")), one(folder, ".txt")
    assert text == meant.text
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    if not meant.marks:
        # Only a collection may be empty (WA §5.1 and 5.2).
        assert page["type"] == "AnnotationCollection" and page["total"] == 0 and "items" not in page
        return
    assert page["type"] == "AnnotationPage" and page["items"]
    by_id = {}
    for item in page["items"]:
        assert ":" in item["id"] and item["id"] not in by_id and item["type"] == "Annotation"
        label = next(body["value"] for body in item["body"] if body["purpose"] == "classifying")
        pieces = []
        for target in item["target"]:
            quote, position = target["selector"]
            assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
            whole = unit(text)
            exact = whole[position["start"]:position["end"]]
            assert exact == unit(quote["exact"])
            start = len(back(whole[:position["start"]]))
            around = quote["prefix"] + quote["exact"] + quote["suffix"]
            assert text[start - len(quote["prefix"]):][:len(around)] == around
            pieces.append((start, start + len(quote["exact"])))
        by_id[item["id"]] = (label.capitalize(), tuple(pieces))
    expected = Counter((mark.label, tuple(mark.fragments)) for mark in meant.marks)
    same(Counter(by_id.values()), expected, "annotations")
    links = Counter()
    for item in page["items"]:
        for body in item["body"]:
            if body["purpose"] == "linking":
                links[(by_id[item["id"]], by_id[body["source"]])] += 1
    for kind, start, end in meant.links:
        ends = [(meant.marks[at].label, tuple(meant.marks[at].fragments)) for at in (start, end)]
        assert links[tuple(ends)] >= 1, (kind, ends)


def utf16(text):
    """A text as UTF-16 units, one character each."""
    raw = text.encode("utf-16-le")
    return "".join(chr(int.from_bytes(raw[at:at + 2], "little")) for at in range(0, len(raw), 2))


def back(units):
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le")


def node(script, folders):
    """Runs a script of Node over all pages; it prints a line of JSON for each."""
    ran = subprocess.run(
        ["node", str(HERE / script), str(FOLDER / "npm"), *map(str, folders)],
        capture_output=True, text=True, encoding="utf-8",
    )
    assert ran.returncode == 0, ran.stderr[-2000:]
    return [json.loads(line) for line in ran.stdout.split("\n") if line]


def recogito(all_meant, folders):
    for meant, loaded in zip(all_meant, node("recogito.mjs", folders), strict=True):
        assert not loaded["failed"], loaded["failed"]
        whole = utf16(meant.text)
        found = Counter()
        for annotation in loaded["parsed"]:
            pieces = []
            for piece in annotation["pieces"]:
                assert whole[piece["start"]:piece["end"]] == utf16(piece["quote"])
                start = len(back(whole[:piece["start"]]))
                pieces.append((start, start + len(piece["quote"])))
            found[(annotation["label"].capitalize(), tuple(pieces))] += 1
        same(found, Counter((m.label, tuple(m.fragments)) for m in meant.marks), "annotations")


def jsonld(all_meant, folders):
    oa = "http://www.w3.org/ns/oa#"
    for meant, loaded in zip(all_meant, node("jsonld.mjs", folders), strict=True):
        found = Counter()
        for annotation in loaded:
            assert annotation["motivation"] == oa + "classifying"
            found[(annotation["label"].capitalize(), tuple(map(tuple, sorted(annotation["pieces"]))))] += 1
        pieces = lambda m: tuple((s, e, meant.words((s, e))) for s, e in m.fragments)
        same(found, Counter((m.label, pieces(m)) for m in meant.marks), "annotations")


# --- all ---------------------------------------------------------------------------------------

EACH = [
    ("ascribe", "JSON Schema (jsonschema)", ascribe),
    ("brat", "brat's verifier", brat_plain),
    ("brat-polnear", "brat's verifier", brat_polnear),
    ("jsonl", "pandas", jsonl),
    ("csv", "pandas", csv),
    ("w3c", "the Recommendation's rules", w3c),
    ("w3c-utf16", "the Recommendation's rules", lambda meant, folder: w3c(meant, folder, utf16)),
    ("spacy", "spaCy", spacy),
    ("citron", "Citron's documented shape", citron),
    ("label-studio", "label-studio-sdk", label_studio),
    ("doccano", "doccano's documented shape", doccano),
    ("cas", "dkpro-cassis", cas),
    ("conll", "seqeval", conll),
]
TOGETHER = [
    ("w3c-utf16", "Recogito", recogito),
    ("w3c", "jsonld", jsonld),
    ("doccano", "doccano's importer", doccano_itself),
]


def main():
    paths = sorted((FOLDER / "meant").glob("*.ascribe.json"))
    names = [path.name.removesuffix(".ascribe.json") for path in paths]
    all_meant = [Meant(path) for path in paths]
    passed = failed = 0

    def attempt(title, check, *arguments):
        nonlocal passed, failed
        try:
            check(*arguments)
        except Exception as error:
            failed += 1
            place = traceback.extract_tb(error.__traceback__)[-1]
            print(f"  {title}: {type(error).__name__} in line {place.lineno}: {str(error)[:600]}")
            return False
        passed += 1
        return True

    for form, loader, check in EACH:
        good = sum(attempt(f"{form} {name}", check, meant, FOLDER / form / name) for name, meant in zip(names, all_meant))
        print(f"{form}: {good} of {len(names)} documents are in {loader} what was meant")
    for form, loader, check in TOGETHER:
        folders = [FOLDER / form / name for name in names]
        if attempt(f"{form} in {loader}", check, all_meant, folders):
            print(f"{form}: {len(names)} documents are in {loader} what was meant")
    if attempt("jsonl in datasets", datasets, all_meant, FOLDER / "jsonl" / "all"):
        print(f"jsonl: one file of {len(names)} documents is in datasets what was meant")
    print(f"{passed} passed, {failed} failed")
    return failed > 0 or passed == 0


if __name__ == "__main__":
    sys.exit(main())

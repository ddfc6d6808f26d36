"""What a native annotation file means, read without a line of the program that writes the exports."""

import json
from collections import Counter

LABELS = {"claim": "Claim", "quote": "Quote", "attribution": "Attribution"}
PARTS = [("source", "Source"), ("cue", "Cue"), ("addressee", "Addressee")]


class Mark:
    """A labelled span: its fragments as (start, end) in code points, and the annotation it is of."""

    def __init__(self, label, fragments, owner):
        self.label, self.owner = label, owner
        self.fragments = [(one["start"], one["end"]) for one in fragments]


class Meant:
    """The marks of an article and the links between them, by their places in `marks`."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self.file = json.load(file)
        self.text = self.file["document"]["text"]
        self.id = self.file["document"]["id"]
        self.marks, self.links, own = [], [], {}
        for one in self.file["annotations"]:
            own[one["id"]] = start = len(self.marks)
            self.marks.append(Mark(LABELS[one["label"]], one["target"], one))
            for key, label in PARTS:
                for fragments in one.get(key, []):
                    self.links.append((key, start, len(self.marks)))
                    self.marks.append(Mark(label, fragments, one))
        for one in self.file["annotations"]:
            for content in one.get("contents", []):
                self.links.append(("content", own[one["id"]], own[content]))

    def words(self, span):
        return self.text[span[0]:span[1]]

    def spans(self):
        """Every piece as (label, start, end, words), counted."""
        return Counter(
            (mark.label, *span, self.words(span)) for mark in self.marks for span in mark.fragments
        )

    def piece_links(self):
        """Every link between pieces as (type, (label, start, end), (label, start, end)), counted."""
        first = lambda at: (self.marks[at].label, *self.marks[at].fragments[0])
        links = Counter((kind, first(one), first(other)) for kind, one, other in self.links)
        for mark in self.marks:
            head = (mark.label, *mark.fragments[0])
            links.update(("fragment", head, (mark.label, *span)) for span in mark.fragments[1:])
        return links

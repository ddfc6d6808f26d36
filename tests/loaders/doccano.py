"""Imports files into doccano itself, each into a project of its own, and prints what it then holds.

Run by the Python of an environment that has doccano: doccano.py FOLDER FILE…; prints one line of JSON
for each file: its text, its spans and its relations, or the importer's errors.
"""

import json
import os
import sys
from pathlib import Path

home, *files = sys.argv[1:]
os.environ.update(
    DOCCANO_HOME=home,
    DATABASE_URL=f"sqlite:///{home}/db.sqlite3",
    MEDIA_ROOT=f"{home}/media",
    DJANGO_SETTINGS_MODULE="config.settings.development",
    DEBUG="False",
)
import importlib.util  # noqa: E402

# The package is made to run as a program: its modules are found from its own folder.
sys.path.insert(0, importlib.util.find_spec("backend").submodule_search_locations[0])

import django  # noqa: E402

django.setup()

from django.contrib.auth import get_user_model  # noqa: E402
from django.core.management import call_command  # noqa: E402

call_command("migrate", verbosity=0)

from data_import.datasets import load_dataset  # noqa: E402
from data_import.pipeline.catalog import create_file_format  # noqa: E402
from data_import.pipeline.readers import FileName  # noqa: E402
from examples.models import Example  # noqa: E402
from labels.models import Relation, Span  # noqa: E402
from projects.models import ProjectType, SequenceLabelingProject  # noqa: E402

user, _ = get_user_model().objects.get_or_create(username="ascribe")
for file in files:
    project = SequenceLabelingProject.objects.create(
        name="ascribe",
        description="ascribe",
        created_by=user,
        project_type=ProjectType.SEQUENCE_LABELING,
        allow_overlapping=True,
        use_relation=True,
    )
    name = FileName(full_path=file, generated_name=Path(file).name, upload_name=Path(file).name)
    dataset = load_dataset("RelationExtraction", create_file_format("JSONL"), [name], project)
    dataset.save(user)
    spans = {
        span.pk: (span.label.text, span.start_offset, span.end_offset)
        for span in Span.objects.filter(example__project=project).select_related("label")
    }
    relations = Relation.objects.filter(example__project=project).select_related("type")
    print(json.dumps({
        "errors": [str(error.dict()) for error in dataset.errors],
        "texts": [example.text for example in Example.objects.filter(project=project)],
        "spans": list(spans.values()),
        "relations": [(one.type.text, spans[one.from_id_id], spans[one.to_id_id]) for one in relations],
    }))

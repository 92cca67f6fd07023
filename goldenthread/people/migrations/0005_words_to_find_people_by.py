from django.db import migrations

# Kept in step by the database itself, so that no code can forget it, least of all when somebody leaves.
SQLITE = [
    "CREATE VIRTUAL TABLE people_finding_words USING fts5("
    "brings, words, content='people_finding', content_rowid='id', tokenize='unicode61', prefix='2 3')",
    # What is deleted is overwritten in the index, too.
    "INSERT INTO people_finding_words(people_finding_words, rank) VALUES('secure-delete', 1)",
    "CREATE TRIGGER people_finding_written AFTER INSERT ON people_finding BEGIN"
    " INSERT INTO people_finding_words(rowid, brings, words) VALUES (new.id, new.brings, new.words); END",
    "CREATE TRIGGER people_finding_forgotten AFTER DELETE ON people_finding BEGIN"
    " INSERT INTO people_finding_words(people_finding_words, rowid, brings, words)"
    " VALUES ('delete', old.id, old.brings, old.words); END",
    "CREATE TRIGGER people_finding_changed AFTER UPDATE ON people_finding BEGIN"
    " INSERT INTO people_finding_words(people_finding_words, rowid, brings, words)"
    " VALUES ('delete', old.id, old.brings, old.words);"
    " INSERT INTO people_finding_words(rowid, brings, words) VALUES (new.id, new.brings, new.words); END",
    "INSERT INTO people_finding_words(people_finding_words) VALUES('rebuild')",
]
SQLITE_AWAY = [
    "DROP TRIGGER IF EXISTS people_finding_written",
    "DROP TRIGGER IF EXISTS people_finding_forgotten",
    "DROP TRIGGER IF EXISTS people_finding_changed",
    "DROP TABLE IF EXISTS people_finding_words",
]
POSTGRESQL = [
    # No list of pending entries (fastupdate): a search would have to read through it after every import.
    "CREATE INDEX people_finding_words ON people_finding USING gin ("
    "(setweight(to_tsvector('simple', brings), 'A') || setweight(to_tsvector('simple', words), 'B')))"
    " WITH (fastupdate = off)",
]
POSTGRESQL_AWAY = ["DROP INDEX IF EXISTS people_finding_words"]


def put_up(apps, schema_editor):
    for sentence in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(sentence)


def take_down(apps, schema_editor):
    for sentence in SQLITE_AWAY if schema_editor.connection.vendor == "sqlite" else POSTGRESQL_AWAY:
        schema_editor.execute(sentence)


class Migration(migrations.Migration):
    dependencies = [("people", "0004_what_people_tell")]

    operations = [migrations.RunPython(put_up, take_down)]

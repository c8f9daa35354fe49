"""The environment of the tests' Alembic projects, as a project of one's own would have it."""

import os

from alembic import context
from sqlalchemy import create_engine, pool

config = context.config

# Alembic before 1.19 takes the files of a folder in the order in which the file system happens to
# give them, and the order of unrelated branches follows from it. Newer ones sort by name.
if not hasattr(os.listdir, "by_name"):
    plain = os.listdir

    def listdir(path="."):
        return sorted(plain(path))

    listdir.by_name = True
    os.listdir = listdir

url = config.attributes.get("url") or os.environ["DATABASE_URL"]
engine = create_engine(url, poolclass=pool.NullPool)

with engine.connect() as connection:
    context.configure(
        connection=connection,
        version_table=config.get_main_option("version_table", "alembic_version"),
        version_table_schema=config.get_main_option("version_table_schema"),
        transaction_per_migration=config.get_main_option("transaction_per_migration") == "true",
    )
    with context.begin_transaction():
        context.run_migrations()

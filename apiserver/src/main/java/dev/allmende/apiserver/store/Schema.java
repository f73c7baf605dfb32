package dev.allmende.apiserver.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * The shape of the file, and how an older one is brought to it.
 *
 * @param migrations the n-th (from 0) brings a file from version n to n + 1; never changed once released, only added to
 */
record Schema(List<Migration> migrations) {

    /** Statements that run in one transaction. */
    record Migration(List<String> statements) {}

    /** Marks the file as ours for {@code file(1)} and for us: "Almd". */
    static final int APPLICATION_ID = 0x416c6d64;

    static final Schema CURRENT = new Schema(List.of(new Migration(List.of(
            "pragma application_id = " + APPLICATION_ID,
            "create table meta(key text primary key, val any) strict, without rowid",
            "create table resource(id integer primary key, api_group text not null, name text not null,"
                    + " floor integer not null, unique(api_group, name)) strict",
            "create table revision(rv integer primary key, resource integer not null, namespace text not null,"
                    + " name text not null, flags integer not null, at integer not null, val blob not null) strict",
            "insert into meta values ('schema', 0), ('base', 0), ('clean', 1), ('sealed', 0)"))));

    int version() {
        return migrations.size();
    }

    /** @throws UnusableStore when the file is not one of ours, or of a newer release */
    void migrate(Path file, Sql sql) throws SQLException {
        int found = found(file, sql);
        if (found > version()) {
            throw new UnusableStore(
                    file,
                    "it was written by a newer release (schema %d, this one knows %d)".formatted(found, version()),
                    "start that release, or restore a backup of this one");
        }
        for (int from = found; from < version(); from++) {
            var migration = migrations.get(from);
            int to = from + 1;
            sql.transaction(() -> {
                for (var statement : migration.statements()) {
                    sql.execute(statement);
                }
                sql.execute("update meta set val = " + to + " where key = 'schema'");
            });
        }
    }

    private static int found(Path file, Sql sql) throws SQLException {
        if (sql.number("select count(*) from sqlite_master") == 0) {
            return 0;
        }
        if (sql.number("pragma application_id") != APPLICATION_ID) {
            throw new UnusableStore(file, "it is a database of another program", "name another file");
        }
        return (int) sql.number("select val from meta where key = 'schema'");
    }
}

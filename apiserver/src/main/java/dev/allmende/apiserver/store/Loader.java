package dev.allmende.apiserver.store;

import dev.allmende.apiserver.resource.GroupResource;
import dev.allmende.apiserver.resource.ObjectKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Reads the whole file into memory: one thread reads rows in order, two open and index them, so that parsing does not
 * make the start wait.
 */
final class Loader {

    private static final int BATCH = 512;
    private static final int AHEAD = 8;

    private final StoreOptions options;
    private final Interner interner;
    private final Memory memory;
    private final Retention retention;
    private final Map<Integer, Table> tables = new HashMap<>();
    private long newest;

    Loader(StoreOptions options, Interner interner, Memory memory, Retention retention) {
        this.options = options;
        this.interner = interner;
        this.memory = memory;
        this.retention = retention;
    }

    /** A row as it is read. */
    private record Raw(Table table, long rv, ObjectKey key, int flags, long at, byte[] value) {}

    /** A row as it is kept. */
    private record Ready(Raw raw, Entry entry) {}

    void load(Sql sql) throws SQLException {
        newest = memory.base();
        readTables(sql);
        try (var workers = Executors.newFixedThreadPool(
                        2, Thread.ofPlatform().daemon().name("store-load-", 0).factory());
                var statement =
                        sql.prepare("select rv, resource, namespace, name, flags, at, val from revision order by rv");
                var rows = statement.executeQuery()) {
            var underway = new ArrayDeque<Future<List<Ready>>>();
            for (var batch = read(rows); !batch.isEmpty(); batch = read(rows)) {
                underway.add(submit(workers, batch));
                if (underway.size() > AHEAD) {
                    settle(underway.remove());
                }
            }
            while (!underway.isEmpty()) {
                settle(underway.remove());
            }
        }
        memory.show(newest);
    }

    private void readTables(Sql sql) throws SQLException {
        try (var statement = sql.prepare("select id, api_group, name, floor from resource");
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                var resource = new GroupResource(rows.getString(2), rows.getString(3));
                tables.put(rows.getInt(1), memory.add(resource, rows.getInt(1), rows.getLong(4)));
                newest = Math.max(newest, rows.getLong(4));
            }
        }
    }

    private List<Raw> read(ResultSet rows) throws SQLException {
        var batch = new ArrayList<Raw>(BATCH);
        while (batch.size() < BATCH && rows.next()) {
            var table = tables.get(rows.getInt(2));
            if (table == null) {
                throw new SQLException(
                        "revision %d is of the unknown resource %d".formatted(rows.getLong(1), rows.getInt(2)));
            }
            var key = new ObjectKey(table.resource, interner.text(rows.getString(3)), rows.getString(4));
            batch.add(new Raw(table, rows.getLong(1), key, rows.getInt(5), rows.getLong(6), rows.getBytes(7)));
        }
        return batch;
    }

    private Future<List<Ready>> submit(ExecutorService workers, List<Raw> batch) {
        return workers.submit(() -> batch.stream().map(this::ready).toList());
    }

    private Ready ready(Raw raw) {
        var json = raw.value();
        if ((raw.flags() & Disk.SEALED) != 0) {
            json = options.sealing().open(Statements.place(raw.key(), raw.rv()), json);
        }
        var index = interner.index(options.indexer().index(raw.table().resource, json));
        return new Ready(raw, new Entry(raw.key(), raw.rv(), json, index));
    }

    private void settle(Future<List<Ready>> batch) {
        try {
            batch.get().forEach(this::settle);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the store was loaded", e);
        }
    }

    private void settle(Ready ready) {
        var raw = ready.raw();
        var before = raw.table().newest(raw.key());
        var entry = before == null ? ready.entry() : sameKey(ready.entry(), before);
        boolean kept = raw.rv() > raw.table().floor();
        var version = new Version(entry, (raw.flags() & Disk.GONE) != 0, kept ? before : null);
        memory.dependents.change(before, version);
        if (kept) {
            raw.table().publish(version);
            retention.keep(raw.table(), version, raw.at());
        } else {
            raw.table().settle(version);
        }
        newest = Math.max(newest, raw.rv());
    }

    private static Entry sameKey(Entry entry, Version before) {
        return new Entry(before.entry.key(), entry.resourceVersion(), entry.json(), entry.index());
    }
}

package dev.allmende.apiserver.store;

import dev.allmende.apiserver.resource.ObjectKey;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The statements of a commit. The driver closes those that fail, so after a failure all are prepared anew. */
final class Statements implements AutoCloseable {

    private final Sealing sealing;
    private final PreparedStatement begin;
    private final PreparedStatement commit;
    private final PreparedStatement insert;
    private final PreparedStatement delete;
    private final PreparedStatement floor;
    private final PreparedStatement name;
    private final Set<Table> named = new HashSet<>();

    Statements(Sql sql, Sealing sealing) throws SQLException {
        this.sealing = sealing;
        begin = sql.prepare("begin immediate");
        commit = sql.prepare("commit");
        insert = sql.prepare("insert into revision values (?, ?, ?, ?, ?, ?, ?)");
        delete = sql.prepare("delete from revision where rv = ?");
        floor = sql.prepare("update resource set floor = ? where id = ?");
        name = sql.prepare("insert into resource values (?, ?, ?, ?) on conflict do nothing");
    }

    void begin() throws SQLException {
        begin.execute();
    }

    void commit() throws SQLException {
        commit.execute();
    }

    void insert(Table table, Version version, long now) throws SQLException {
        if (!named.contains(table)) {
            name(table);
        }
        var entry = version.entry;
        boolean sealed = sealing.applies(table.resource);
        insert.setLong(1, entry.resourceVersion());
        insert.setInt(2, table.id);
        insert.setString(3, entry.key().namespace());
        insert.setString(4, entry.key().name());
        insert.setInt(5, (version.gone ? Disk.GONE : 0) | (sealed ? Disk.SEALED : 0));
        insert.setLong(6, now);
        insert.setBytes(7, sealed ? sealing.seal(place(entry), entry.json()) : entry.json());
        insert.executeUpdate();
    }

    private void name(Table table) throws SQLException {
        name.setInt(1, table.id);
        name.setString(2, table.resource.group());
        name.setString(3, table.resource.resource());
        name.setLong(4, table.floor());
        name.executeUpdate();
        named.add(table);
    }

    static String place(Entry entry) {
        return place(entry.key(), entry.resourceVersion());
    }

    /** What a sealed value belongs to. With the resourceVersion an old value cannot be put back in a newer one's place. */
    static String place(ObjectKey key, long resourceVersion) {
        return key + "@" + resourceVersion;
    }

    /**
     * A change that leaves takes the state it replaced with it: until then that one is the change's previous state, and
     * the object's state at older resourceVersions. A deletion takes itself as well.
     */
    void trim(List<Retention.Kept> leaving) throws SQLException {
        Map<Table, Long> floors = new HashMap<>();
        for (var kept : leaving) {
            var before = kept.version().before();
            if (before != null) {
                delete(before);
            }
            if (kept.version().gone) {
                delete(kept.version());
            }
            floors.put(kept.table(), kept.version().resourceVersion());
        }
        for (var of : floors.entrySet()) {
            floor.setLong(1, of.getValue());
            floor.setInt(2, of.getKey().id);
            floor.executeUpdate();
        }
    }

    private void delete(Version version) throws SQLException {
        delete.setLong(1, version.resourceVersion());
        delete.executeUpdate();
    }

    @Override
    public void close() {
        for (var statement : List.of(begin, commit, insert, delete, floor, name)) {
            try {
                statement.close();
            } catch (SQLException e) {
                // The driver says again what failed before; the statement is closed all the same.
            }
        }
    }
}

package dev.allmende.status.export;

import dev.allmende.peer.PeerException;
import dev.allmende.peer.s3.S3Objects;
import dev.allmende.status.board.Ids;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A bucket that serves a copy. Its list has a digest with each name, so that what stays the same is not sent again; a name
 * without one is that of a file that may have been sent.
 *
 * @param prefix of all names; empty for none
 * @param digests of what is there as far as this process knows, by names; kept from one time to the next
 */
record Bucket(S3Objects objects, String prefix, Map<String, String> digests) implements Shelf {

    private static final String UNKNOWN = "-";

    @Override
    public Set<String> announce(Collection<String> names) {
        var before = listed();
        digests.keySet().retainAll(before.keySet());
        before.forEach((name, digest) -> {
            if (!digest.equals(UNKNOWN)) {
                digests.putIfAbsent(name, digest);
            }
        });
        var all = new TreeMap<String, String>();
        before.keySet().forEach(name -> all.put(name, UNKNOWN));
        names.forEach(name -> all.put(name, UNKNOWN));
        list(all);
        return before.keySet();
    }

    @Override
    public boolean write(String name, Copier.Body body) {
        var digest = HexFormat.of().formatHex(Ids.digest(body.bytes()));
        if (digest.equals(digests.get(name))) {
            return false;
        }
        // when the answer is lost nobody knows which one is there
        digests.remove(name);
        objects.put(prefix + name, body.bytes(), Map.of("Content-Type", body.type(), "Cache-Control", "no-cache"));
        digests.put(name, digest);
        return true;
    }

    @Override
    public void keep(Set<String> before, Collection<String> names) {
        var kept = Set.copyOf(names);
        before.stream().filter(name -> !kept.contains(name)).forEach(this::remove);
        list(names.stream()
                .collect(Collectors.toMap(
                        name -> name, name -> digests.getOrDefault(name, UNKNOWN), (one, same) -> one, TreeMap::new)));
    }

    @Override
    public void clear() {
        var there = listed();
        if (!there.isEmpty()) {
            there.keySet().forEach(this::remove);
            objects.delete(prefix + LIST);
        }
    }

    private void remove(String name) {
        objects.delete(prefix + name);
        digests.remove(name);
    }

    /** @throws PeerException when the object store does not tell */
    private Map<String, String> listed() {
        var names = new TreeMap<String, String>();
        objects.find(prefix + LIST)
                .map(body -> new String(body, StandardCharsets.UTF_8))
                .orElse("")
                .lines()
                .map(line -> line.split(" ", 2))
                .filter(parts -> parts.length == 2)
                .forEach(parts -> names.put(parts[1], parts[0]));
        return names;
    }

    private void list(Map<String, String> names) {
        var text = names.entrySet().stream()
                .map(each -> each.getValue() + " " + each.getKey() + "\n")
                .collect(Collectors.joining());
        objects.put(prefix + LIST, text.getBytes(StandardCharsets.UTF_8), Map.of("Content-Type", "text/plain"));
    }
}

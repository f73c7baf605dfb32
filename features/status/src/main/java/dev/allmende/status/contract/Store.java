package dev.allmende.status.contract;

import dev.allmende.status.board.Board;
import dev.allmende.status.board.Boards;
import dev.allmende.status.caller.Caller;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Writes resources and waits until boards show them, so that who has written reads it. */
final class Store {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int TRIES = 20;
    private static final int LONGEST_PREFIX = 40;

    private final KubernetesClient kubernetes;
    private final Boards boards;
    /** Writers of this process take turns; those of others are met by the resource version. */
    private final ReentrantLock turn = new ReentrantLock();

    Store(KubernetesClient kubernetes, Boards boards) {
        this.kubernetes = kubernetes;
        this.boards = boards;
    }

    /** @param title that its name begins with, as far as names may */
    <K extends HasMetadata> K create(K object, String title, Board board, Caller author) throws InterruptedException {
        object.setMetadata(new ObjectMetaBuilder()
                .withGenerateName(prefix(title, object.getKind()))
                .withNamespace(board.page().namespace())
                .withAnnotations(Map.of(Boards.CHANGED_BY, author.name()))
                .build());
        var made = kubernetes.resource(object).create();
        boards.await(() -> boards.shows(made), PATIENCE);
        return made;
    }

    /** @param change may refuse; made anew on what another writer has written meanwhile */
    <K extends HasMetadata> K edit(Class<K> kind, String name, Board board, Caller author, Consumer<K> change)
            throws InterruptedException {
        turn.lockInterruptibly();
        K written;
        try {
            written = edit(kind, name, board, author, change, TRIES);
        } finally {
            turn.unlock();
        }
        boards.await(() -> boards.shows(written), PATIENCE);
        return written;
    }

    private <K extends HasMetadata> K edit(
            Class<K> kind, String name, Board board, Caller author, Consumer<K> change, int tries) {
        var object = kubernetes
                .resources(kind)
                .inNamespace(board.page().namespace())
                .withName(name)
                .get();
        if (object == null) {
            throw Refused.of(404, "it is gone");
        }
        change.accept(object);
        var metadata = object.getMetadata();
        var annotations = new TreeMap<>(Objects.requireNonNullElse(metadata.getAnnotations(), Map.of()));
        annotations.put(Boards.CHANGED_BY, author.name());
        metadata.setAnnotations(annotations);
        try {
            return kubernetes.resource(object).update();
        } catch (KubernetesClientException refused) {
            if (refused.getCode() != HttpURLConnection.HTTP_CONFLICT || tries == 1) {
                throw refused;
            }
            return edit(kind, name, board, author, change, tries - 1);
        }
    }

    /** @param isThere whether a board still shows it */
    <K extends HasMetadata> void delete(Class<K> kind, String name, Board board, Predicate<Board> isThere)
            throws InterruptedException {
        var namespace = board.page().namespace();
        kubernetes.resources(kind).inNamespace(namespace).withName(name).delete();
        boards.await(() -> boards.find(namespace).filter(isThere).isEmpty(), PATIENCE);
    }

    <K extends HasMetadata> List<K> all(Class<K> kind, Board board) {
        return kubernetes
                .resources(kind)
                .inNamespace(board.page().namespace())
                .list()
                .getItems();
    }

    /** The API appends what makes it a name of its own. */
    private static String prefix(String title, String kind) {
        var plain = title.toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceFirst("^-", "")
                .replaceFirst("-$", "");
        var word = plain.isEmpty() ? kind.toLowerCase(Locale.ROOT) : plain;
        return word.substring(0, Math.min(word.length(), LONGEST_PREFIX)) + "-";
    }
}

package dev.allmende.status.export;

import dev.allmende.api.Reason;
import dev.allmende.api.status.PlainStatus;
import dev.allmende.api.status.StatusPage;
import dev.allmende.api.status.StatusPageSpec;
import dev.allmende.api.status.StatusPageSpec.Export;
import dev.allmende.kit.Actuator;
import dev.allmende.kit.Outcome;
import dev.allmende.peer.PeerException;
import dev.allmende.status.board.Board;
import dev.allmende.status.board.Boards;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes a page to its folder and its bucket when something of it changed, a moment came at which it reads otherwise, or an
 * hour is over.
 */
final class ExportActuator implements Actuator<StatusPage, PlainStatus> {

    private static final Duration AT_LEAST = Duration.ofHours(1);

    /** A burst of changes is written once. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** Of the time that a large page takes: it must not keep a core busy while an incident is worked on. */
    private static final int PAUSE_FACTOR = 10;

    /** Object stores and web servers take more, but each change has to look at all. */
    private static final int MOST_FILES = 20_000;

    private final Boards boards;
    private final InstantSource clock;
    private final Optional<Path> root;
    private final Stores stores;
    private final Map<String, Written> written = new ConcurrentHashMap<>();
    private final Map<String, Failed> failed = new ConcurrentHashMap<>();

    /** @param sight what was to be seen */
    private record Written(List<Object> sight, Instant rested, Instant until, String message) {}

    /** @param rested until then it is not tried again: each try makes the whole page */
    private record Failed(Instant rested, String message) {}

    /** @param root below which each namespace has its folder; empty when this program writes none */
    ExportActuator(Boards boards, InstantSource clock, Optional<Path> root, Stores stores) {
        this.stores = stores;
        this.boards = boards;
        this.clock = clock;
        this.root = root;
    }

    @Override
    public Outcome<PlainStatus> act(StatusPage page) throws InterruptedException {
        var status = Objects.requireNonNullElse(page.getStatus(), PlainStatus.UNSEEN);
        var board = boards.find(page.getMetadata().getNamespace());
        if (board.isEmpty()) {
            return new Outcome.Busy<>(status, Reason.WAITING_FOR, "the page is not read yet");
        }
        if (!board.get().page().name().equals(page.getMetadata().getName())) {
            var message = "the page " + board.get().page().name() + " is shown: have one to a namespace";
            return new Outcome.Stuck<>(status, Reason.CONFLICT, message);
        }
        try {
            return act(page, status, board.get());
        } catch (IOException | PeerException e) {
            return new Outcome.Retry<>(status, Reason.TRANSIENT_ERROR, trouble(e));
        }
    }

    private static String trouble(Exception e) {
        return e instanceof PeerException
                ? "the bucket of the export: " + e.getMessage()
                : "the export does not work: " + e;
    }

    private Outcome<PlainStatus> act(StatusPage page, PlainStatus status, Board board)
            throws IOException, InterruptedException {
        var export = page.getSpec().export();
        boolean closed = !page.getSpec().visibleTo().isEmpty()
                || !board.page().visibleTo().isEmpty();
        if (export == null || closed) {
            return withdraw(status, board.page().namespace(), export);
        }
        if (root.isEmpty() && export.bucket() == null) {
            return new Outcome.Stuck<>(
                    status,
                    Reason.INVALID_SPEC,
                    "these controllers have no folder for exports: name a bucket in spec.export, or remove it");
        }
        return exported(status, board, export);
    }

    private Outcome<PlainStatus> withdraw(PlainStatus status, String namespace, @Nullable Export export)
            throws IOException, InterruptedException {
        written.remove(namespace);
        failed.remove(namespace);
        var bucket = export == null ? null : export.bucket();
        // one after the other whatever fails: what is closed must not stay where it can be reached
        try {
            if (root.isPresent()) {
                folder(root.get(), namespace).clear();
            }
        } finally {
            try {
                if (bucket != null) {
                    stores.clear(namespace, bucket);
                }
            } finally {
                clearFormer(namespace, bucket);
            }
        }
        if (export != null) {
            return new Outcome.Stuck<>(
                    status,
                    Reason.INVALID_SPEC,
                    "a page for some groups only is not exported: remove visibleTo or spec.export");
        }
        return new Outcome.Ready<>(status, root.isPresent() ? "shown; not exported" : "shown");
    }

    private void clearFormer(String namespace, StatusPageSpec.@Nullable Bucket bucket)
            throws IOException, InterruptedException {
        var former = stores.former(namespace, bucket);
        if (former.isPresent()) {
            stores.clear(namespace, former.get());
        }
    }

    private static Folder folder(Path root, String namespace) {
        return new Folder(root.resolve(namespace));
    }

    private Outcome<PlainStatus> exported(PlainStatus status, Board board, Export export)
            throws IOException, InterruptedException {
        var namespace = board.page().namespace();
        var now = clock.instant();
        var last = written.get(namespace);
        var sight = List.of(export, board.page(), board.parts(), board.kinds(), board.happenings());
        if (last != null && now.isBefore(last.rested())) {
            return new Outcome.Until<>(status, last.message(), Duration.between(now, last.rested()));
        }
        var failure = failed.get(namespace);
        if (failure != null && now.isBefore(failure.rested())) {
            return new Outcome.Retry<>(status, Reason.TRANSIENT_ERROR, failure.message());
        }
        if (last == null || !last.sight().equals(sight) || !now.isBefore(last.until())) {
            try {
                last = write(board, export, sight, now);
            } catch (IOException | PeerException e) {
                written.remove(namespace);
                failed.put(namespace, new Failed(rested(now), trouble(e)));
                throw e;
            }
            failed.remove(namespace);
            written.put(namespace, last);
        }
        return new Outcome.Until<>(status, last.message(), Duration.between(now, last.until()));
    }

    /** After what began at a time. */
    private Instant rested(Instant began) {
        var end = clock.instant();
        var rest = Duration.between(began, end).multipliedBy(PAUSE_FACTOR);
        return end.plus(rest.compareTo(PAUSE) > 0 ? rest : PAUSE);
    }

    private Written write(Board board, Export export, List<Object> sight, Instant now)
            throws IOException, InterruptedException {
        var namespace = board.page().namespace();
        var copier = new Copier(board, now, URI.create(export.address()), MOST_FILES);
        var leaves = copier.leaves();
        // each whatever the other does: one that fails must not keep the other from being renewed
        try {
            if (root.isPresent()) {
                copy(copier, leaves, folder(root.get(), namespace));
            }
        } finally {
            if (export.bucket() != null) {
                stores.write(namespace, export.bucket(), bucket -> copy(copier, leaves, bucket));
            }
        }
        clearFormer(namespace, export.bucket());
        var hour = now.plus(AT_LEAST);
        var until = boards.nextEdge(board.page().namespace(), now)
                .filter(edge -> edge.isBefore(hour))
                .orElse(hour);
        var message = message(leaves.size(), copier.leftOut(), now);
        return new Written(sight, rested(now), until, message);
    }

    private static void copy(Copier copier, List<Copier.Leaf> leaves, Shelf shelf)
            throws IOException, InterruptedException {
        var names = leaves.stream().map(Copier.Leaf::name).toList();
        var before = shelf.announce(names);
        for (var leaf : leaves) {
            shelf.write(leaf.name(), copier.body(leaf));
        }
        shelf.keep(before, names);
    }

    static String message(int files, int leftOut, Instant now) {
        var all = "shown; exported %d files at %s".formatted(files, now.truncatedTo(ChronoUnit.SECONDS));
        return leftOut == 0
                ? all
                : all
                        + "; without the pages of the %d oldest incidents that are over: a copy has %d files at most"
                                .formatted(leftOut, MOST_FILES);
    }
}

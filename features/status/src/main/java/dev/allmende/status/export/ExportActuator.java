package dev.allmende.status.export;

import dev.allmende.api.Reason;
import dev.allmende.api.status.PlainStatus;
import dev.allmende.api.status.StatusPage;
import dev.allmende.api.status.StatusPageSpec.Export;
import dev.allmende.kit.Actuator;
import dev.allmende.kit.Outcome;
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

/** Writes a page to its folder when something of it changed, a moment came at which it reads otherwise, or an hour is over. */
final class ExportActuator implements Actuator<StatusPage, PlainStatus> {

    private static final Duration AT_LEAST = Duration.ofHours(1);

    /** A burst of changes is written once. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** Of the time that a large page takes: it must not keep a core busy while an incident is worked on. */
    private static final int PAUSE_FACTOR = 10;

    private final Boards boards;
    private final InstantSource clock;
    private final Optional<Path> root;
    private final Map<String, Written> written = new ConcurrentHashMap<>();

    /** @param sight what was to be seen */
    private record Written(List<Object> sight, Instant rested, Instant until, String message) {}

    /** @param root below which each namespace has its folder; empty when this program writes none */
    ExportActuator(Boards boards, InstantSource clock, Optional<Path> root) {
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
        } catch (IOException e) {
            return new Outcome.Retry<>(status, Reason.TRANSIENT_ERROR, "the export does not work: " + e);
        }
    }

    private Outcome<PlainStatus> act(StatusPage page, PlainStatus status, Board board)
            throws IOException, InterruptedException {
        var namespace = board.page().namespace();
        var export = page.getSpec().export();
        if (root.isEmpty()) {
            return export == null
                    ? new Outcome.Ready<>(status, "shown")
                    : new Outcome.Stuck<>(
                            status,
                            Reason.INVALID_SPEC,
                            "these controllers have no folder for exports: remove spec.export");
        }
        var folder = new Folder(root.get().resolve(namespace));
        boolean closed = !page.getSpec().visibleTo().isEmpty()
                || !board.page().visibleTo().isEmpty();
        if (export == null || closed) {
            written.remove(namespace);
            folder.clear();
            return export == null
                    ? new Outcome.Ready<>(status, "shown; not exported")
                    : new Outcome.Stuck<>(
                            status,
                            Reason.INVALID_SPEC,
                            "a page for some groups only is not exported: remove visibleTo or spec.export");
        }
        var now = clock.instant();
        var last = written.get(namespace);
        var sight = List.of(export, board.page(), board.parts(), board.kinds(), board.happenings());
        if (last != null && now.isBefore(last.rested())) {
            return new Outcome.Until<>(status, last.message(), Duration.between(now, last.rested()));
        }
        if (last == null || !last.sight().equals(sight) || !now.isBefore(last.until())) {
            last = write(folder, board, export, sight, now);
            written.put(namespace, last);
        }
        return new Outcome.Until<>(status, last.message(), Duration.between(now, last.until()));
    }

    private Written write(Folder folder, Board board, Export export, List<Object> sight, Instant now)
            throws IOException, InterruptedException {
        var copier = new Copier(board, now, URI.create(export.address()));
        var leaves = copier.leaves();
        var names = leaves.stream().map(Copier.Leaf::name).toList();
        var before = folder.announce(names);
        for (var leaf : leaves) {
            folder.write(leaf.name(), copier.body(leaf));
        }
        folder.keep(before, names);
        var end = clock.instant();
        var took = Duration.between(now, end).multipliedBy(PAUSE_FACTOR);
        var hour = now.plus(AT_LEAST);
        var until = boards.nextEdge(board.page().namespace(), now)
                .filter(edge -> edge.isBefore(hour))
                .orElse(hour);
        var message = "shown; exported " + names.size() + " files at " + now.truncatedTo(ChronoUnit.SECONDS);
        return new Written(sight, end.plus(took.compareTo(PAUSE) > 0 ? took : PAUSE), until, message);
    }
}

package dev.allmende.status.contract;

import dev.allmende.status.board.Board;
import dev.allmende.status.view.Ask;
import dev.allmende.status.view.Reply;
import dev.allmende.status.view.View;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code api/...}: the SCS status API. Beyond the contract: problem documents (RFC 9457), {@code limit} and {@code cursor},
 * ETag, compression, CORS, and rights to write.
 */
public final class ContractView implements View {

    /** Where it lies below a page. */
    public static final String FOLDER = "api";

    /** Front ends of any address may ask; they prove themselves by tokens, since no cookie is sent to here. */
    private static final Map<String, String> CORS = Map.of(
            "Access-Control-Allow-Origin", "*",
            "Access-Control-Expose-Headers", "ETag, Link, WWW-Authenticate");

    private static final Map<String, String> PREFLIGHT = Map.of(
            "Access-Control-Allow-Headers", "Authorization, Content-Type, If-None-Match",
            "Access-Control-Max-Age", "600");

    private final Shelves shelves = new Shelves();
    private final Reads reads;
    private final Writes writes;
    private final Guard guard;

    public ContractView(Guard guard, Writes writes, InstantSource clock) {
        this.guard = guard;
        this.writes = writes;
        this.reads = new Reads(clock);
    }

    /** Whether the contract has a list of this name. */
    public static boolean knows(String path) {
        return Target.of(path).isPresent();
    }

    @Override
    public Optional<Reply> answer(Ask ask, String rest, Board board) throws InterruptedException {
        if (!rest.equals(FOLDER) && !rest.startsWith(FOLDER + "/")) {
            return Optional.empty();
        }
        var path = rest.equals(FOLDER) ? "" : rest.substring(FOLDER.length() + 1);
        return Optional.of(with(CORS, answerSafely(ask, path, board)));
    }

    private Reply answerSafely(Ask ask, String path, Board board) throws InterruptedException {
        try {
            return route(ask, path, board);
        } catch (Refused refused) {
            return refused.reply();
        } catch (KubernetesClientException refused) {
            return ApiRefusal.of(refused).reply();
        }
    }

    private Reply route(Ask ask, String path, Board board) throws InterruptedException {
        var target = Target.of(path).orElseThrow(() -> Refused.of(404, "the status API has no such path"));
        if (ask.method().equals("OPTIONS")) {
            return options(target);
        }
        if (!target.methods().contains(ask.method())) {
            throw Refused.of(405, ask.method() + " is not possible here", "Allow", allow(target));
        }
        if (ask.isRead()) {
            return reads.answer(ask, target, shelves.of(board, guard.reader(ask, board)))
                    .reply(ask);
        }
        var writer = guard.writer(ask, target, board);
        var seen = shelves.of(board, Set.copyOf(writer.groups())).board();
        return writes.answer(ask, target, seen, writer);
    }

    private static Reply options(Target target) {
        var reply = Writes.done().with("Allow", allow(target)).with("Access-Control-Allow-Methods", allow(target));
        return with(PREFLIGHT, reply);
    }

    private static String allow(Target target) {
        return String.join(", ", target.methods()) + ", OPTIONS";
    }

    private static Reply with(Map<String, String> headers, Reply reply) {
        var more = reply;
        for (var header : headers.entrySet()) {
            more = more.with(header.getKey(), header.getValue());
        }
        return more;
    }
}

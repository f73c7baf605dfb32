package dev.allmende.status.contract;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.status.board.Board;
import dev.allmende.status.board.Boards;
import dev.allmende.status.board.Ids;
import dev.allmende.status.caller.Caller;
import dev.allmende.status.contract.Target.Collection;
import dev.allmende.status.view.Ask;
import dev.allmende.status.view.Reply;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;

/** The operations of the contract that change something. */
public final class Writes {

    private static final byte[] NOTHING = {};

    private final PageWrites page;
    private final PartWrites parts;
    private final IncidentWrites incidents;

    public Writes(KubernetesClient kubernetes, Boards boards, InstantSource clock) {
        var store = new Store(kubernetes, boards);
        this.page = new PageWrites(store);
        this.parts = new PartWrites(store);
        this.incidents = new IncidentWrites(store, clock);
    }

    /** @param board as its author sees it */
    Reply answer(Ask ask, Target target, Board board, Caller author) throws InterruptedException {
        return switch (target) {
            case Target.All all -> create(ask, all.of(), board, author);
            case Target.One one when ask.method().equals("DELETE") -> delete(one, board, author);
            case Target.One one -> change(ask, one, board, author);
            case Target.Updates of -> created(number("order", incidents.addUpdate(of.incident(), ask, board, author)));
            case Target.Update of
            when ask.method().equals("DELETE") -> {
                incidents.dropUpdate(of, board, author);
                yield done();
            }
            case Target.Update of -> {
                incidents.changeUpdate(of, ask, board, author);
                yield done();
            }
        };
    }

    private Reply create(Ask ask, Collection list, Board board, Caller author) throws InterruptedException {
        return switch (list) {
            case PHASES -> created(number("generation", page.addPhases(ask, board, author)));
            case SEVERITIES -> {
                page.addSeverity(ask, board, author);
                yield done(); // 204, as the contract has it
            }
            case IMPACT_TYPES -> created(id(parts.createType(ask, board, author)));
            case COMPONENTS -> created(id(parts.createComponent(ask, board, author)));
            case INCIDENTS -> created(id(incidents.create(ask, board, author)));
        };
    }

    private Reply change(Ask ask, Target.One one, Board board, Caller author) throws InterruptedException {
        switch (one.of()) {
            case SEVERITIES -> page.changeSeverity(one.key(), ask, board, author);
            case IMPACT_TYPES -> parts.changeType(one.key(), ask, board, author);
            case COMPONENTS -> parts.changeComponent(one.key(), ask, board, author);
            case INCIDENTS -> incidents.change(one.key(), ask, board, author);
            case PHASES -> throw Refused.of(404, "phases are a list");
        }
        return done();
    }

    private Reply delete(Target.One one, Board board, Caller author) throws InterruptedException {
        switch (one.of()) {
            case SEVERITIES -> page.dropSeverity(one.key(), board, author);
            case IMPACT_TYPES -> parts.deleteType(one.key(), board);
            case COMPONENTS -> parts.deleteComponent(one.key(), board);
            case INCIDENTS -> incidents.delete(one.key(), board);
            case PHASES -> throw Refused.of(404, "phases are a list");
        }
        return done();
    }

    static Reply done() {
        return new Reply(204, "application/json", NOTHING, Map.of());
    }

    private static ObjectNode id(HasMetadata made) {
        return JsonNodeFactory.instance.objectNode().put("id", Ids.of(made).toString());
    }

    private static ObjectNode number(String name, int number) {
        return JsonNodeFactory.instance.objectNode().put(name, number);
    }

    private static Reply created(ObjectNode what) {
        return Reply.json(201, what.toString().getBytes(StandardCharsets.UTF_8));
    }
}

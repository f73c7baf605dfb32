package dev.allmende.status.contract;

import dev.allmende.status.board.Board;
import dev.allmende.status.caller.Caller;
import dev.allmende.status.caller.Callers;
import dev.allmende.status.caller.Grants;
import dev.allmende.status.contract.Target.Collection;
import dev.allmende.status.view.Ask;
import java.util.Collections;
import java.util.Set;

/** Who may read and who may write. */
public final class Guard {

    private final Callers callers;
    private final Grants grants;

    public Guard(Callers callers, Grants grants) {
        this.callers = callers;
        this.grants = grants;
    }

    /** Groups of the reader. Nobody is asked for when everybody sees all: a token that has run out does no harm then. */
    Set<String> reader(Ask ask, Board board) {
        var circle = board.page().visibleTo();
        if (circle.isEmpty() && board.circles().isEmpty()) {
            return Set.of();
        }
        var groups = callers.who(ask).map(caller -> Set.copyOf(caller.groups()));
        if (circle.isEmpty()) {
            return groups.orElse(Set.of());
        }
        var known = groups.orElseThrow(Guard::stranger);
        if (Collections.disjoint(known, circle)) {
            throw Refused.of(403, "this page is for members of: " + String.join(", ", circle));
        }
        return known;
    }

    Caller writer(Ask ask, Target target, Board board) {
        var caller = callers.who(ask).orElseThrow(Guard::stranger);
        if (caller.proof() == Caller.Proof.COOKIE && !isSameOrigin(ask)) {
            throw Refused.of(403, "Origin: a session of the browser writes from pages of this address only");
        }
        var resource = resource(target);
        var verb = verb(ask, target);
        var namespace = board.page().namespace();
        if (!grants.may(caller, verb, resource, namespace)) {
            throw Refused.of(
                    403,
                    "%s has no right to %s %s.status.allmende.dev in the namespace %s"
                            .formatted(caller.name(), verb, resource, namespace));
        }
        return caller;
    }

    /** Browsers name the page's origin with every POST, PATCH and DELETE (Fetch standard, 3.2). */
    private static boolean isSameOrigin(Ask ask) {
        var host = ask.header("Host");
        return !host.isEmpty() && ask.header("Origin").equals("https://" + host);
    }

    private static Refused stranger() {
        return Refused.of(
                401,
                "who asks? Send a token of the Kubernetes API (Authorization: Bearer ...), or sign in at this address",
                "WWW-Authenticate",
                "Bearer realm=\"allmende\"");
    }

    private static String resource(Target target) {
        return switch (target) {
            case Target.All all -> resource(all.of());
            case Target.One one -> resource(one.of());
            case Target.Updates _, Target.Update _ -> "incidents";
        };
    }

    private static String resource(Collection list) {
        return switch (list) {
            case PHASES, SEVERITIES -> "statuspages";
            case IMPACT_TYPES -> "impacttypes";
            case COMPONENTS -> "components";
            case INCIDENTS -> "incidents";
        };
    }

    /** Phases and severities are fields of a page, updates of an incident. */
    private static String verb(Ask ask, Target target) {
        boolean field = target instanceof Target.Updates
                || target instanceof Target.Update
                || resource(target).equals("statuspages");
        return switch (ask.method()) {
            case "POST" -> field ? "update" : "create";
            case "DELETE" -> field ? "update" : "delete";
            default -> "update";
        };
    }
}

package dev.allmende.status.subscription;

import dev.allmende.api.ObjectReference;
import dev.allmende.api.status.SubscriptionSpec;
import dev.allmende.api.status.SubscriptionSpec.Topic;
import dev.allmende.status.board.Board;
import dev.allmende.status.board.Effect;
import dev.allmende.status.board.Part;
import dev.allmende.status.notice.News;
import java.util.Set;
import java.util.stream.Collectors;

/** What a subscriber wants to hear of, and may. */
final class Interest {

    private final Board board;
    private final Set<String> names;
    private final SubscriptionSpec spec;

    Interest(SubscriptionSpec spec, Board board) {
        this.spec = spec;
        this.board = board;
        this.names = spec.components().stream().map(ObjectReference::name).collect(Collectors.toSet());
    }

    boolean isIn(News news) {
        return isTopic(news) && isAboutParts(news);
    }

    /** Named ones; without any, those that everybody may see. */
    boolean shows(Part part) {
        return names.isEmpty() ? part.visibleTo().isEmpty() : names.contains(part.name());
    }

    private boolean isTopic(News news) {
        var topic = switch (news.happening().sort()) {
            case INCIDENT -> Topic.INCIDENT;
            case MAINTENANCE -> Topic.MAINTENANCE;
        };
        return spec.topics().isEmpty() || spec.topics().contains(topic);
    }

    private boolean isAboutParts(News news) {
        var effects = news.happening().effects();
        return (effects.isEmpty() && names.isEmpty())
                || effects.stream()
                        .map(Effect::part)
                        .flatMap(part -> board.part(part).stream())
                        .anyMatch(this::shows);
    }
}

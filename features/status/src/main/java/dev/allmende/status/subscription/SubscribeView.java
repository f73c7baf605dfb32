package dev.allmende.status.subscription;

import dev.allmende.api.ObjectReference;
import dev.allmende.api.status.MessengerSpec;
import dev.allmende.api.status.MessengerSpec.SignUp;
import dev.allmende.api.status.Subscription;
import dev.allmende.api.status.SubscriptionSpec;
import dev.allmende.kit.Apply;
import dev.allmende.kit.Mirror;
import dev.allmende.status.board.Board;
import dev.allmende.status.board.Ids;
import dev.allmende.status.board.Part;
import dev.allmende.status.notice.Texts;
import dev.allmende.status.subscription.Links.Purpose;
import dev.allmende.status.view.Ask;
import dev.allmende.status.view.Reply;
import dev.allmende.status.view.View;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How readers subscribe by e-mail, without an account: {@code subscribe}, {@code subscribe/confirm}, {@code unsubscribe}. A
 * GET only shows a button, since programs that look into mail follow links; the POST acts, and ends a subscription at once
 * when a mail program sends it (RFC 8058). The answer never tells whether an address is known.
 */
final class SubscribeView implements View {

    private static final int EACH = 5;
    private static final int ALL = 200;

    /** More than these that nobody confirmed are not kept. */
    private static final int MOST_PENDING = 2000;

    /** Apart from what the controller writes at the same time. */
    private static final PatchContext ONE_FIELD =
            new PatchContext.Builder().withPatchType(PatchType.JSON_MERGE).build();

    private final Mirror mirror;
    private final Links links;
    private final InstantSource clock;
    private final Limiter limiter;

    SubscribeView(Mirror mirror, Links links, InstantSource clock) {
        this.mirror = mirror;
        this.links = links;
        this.clock = clock;
        this.limiter = new Limiter(EACH, ALL, clock);
    }

    @Override
    public Optional<Reply> answer(Ask ask, String rest, Board board) {
        boolean ours = rest.equals("subscribe")
                || rest.equals(Purpose.CONFIRM.path())
                || rest.equals(Purpose.UNSUBSCRIBE.path());
        if (!ours) {
            return Optional.empty();
        }
        if (!ask.isRead() && !ask.method().equals("POST")) {
            return Optional.of(Reply.text(405, "GET or POST\n").with("Allow", "GET, HEAD, POST"));
        }
        var form = new SubscribePage(board, texts(ask, board));
        var reply = rest.equals("subscribe")
                ? subscribe(ask, board, form)
                : link(ask, board, form, rest.equals(Purpose.CONFIRM.path()) ? Purpose.CONFIRM : Purpose.UNSUBSCRIBE);
        return Optional.of(reply.with("Cache-Control", "no-store").with("Referrer-Policy", "no-referrer"));
    }

    private static Texts texts(Ask ask, Board board) {
        var wanted = ask.parameter("lang")
                .or(() -> Optional.of(ask.header("accept-language"))
                        .filter(text -> text.length() >= 2)
                        .map(text -> text.substring(0, 2)))
                .map(text -> text.toLowerCase(Locale.ROOT))
                .filter(board.page().languages()::contains);
        return Texts.in(wanted.orElse(board.page().languages().getFirst()));
    }

    private Reply subscribe(Ask ask, Board board, SubscribePage page) {
        if (!hasSignUp(mirror, board.page().namespace())
                || !board.page().visibleTo().isEmpty()) {
            return page.message(404, "page.closed");
        }
        if (ask.isRead()) {
            return page.form(parts(board));
        }
        if (!limiter.allows(ask.remote())) {
            return page.message(429, "page.many").with("Retry-After", "600");
        }
        var form = Form.of(ask.body());
        var address = form.first("address").strip();
        if (!Form.isAddress(address)) {
            return page.message(400, "page.wrong");
        }
        make(board, address, form.all("component"), page.language());
        return page.message(200, "page.asked");
    }

    static boolean hasSignUp(Mirror mirror, String namespace) {
        return SubscriptionActuator.messenger(mirror, namespace)
                .filter(SubscribeView::isOpen)
                .isPresent();
    }

    private static boolean isOpen(MessengerSpec messenger) {
        return messenger.signUp() == SignUp.OPEN && messenger.email() != null;
    }

    private static List<Part> parts(Board board) {
        return board.parts().stream().filter(part -> part.visibleTo().isEmpty()).toList();
    }

    private void make(Board board, String address, List<String> chosen, String language) {
        var namespace = board.page().namespace();
        var wanted = parts(board).stream()
                .map(Part::name)
                .filter(chosen::contains)
                .map(ObjectReference::new)
                .toList();
        var subscription = new Subscription();
        subscription.setMetadata(new ObjectMetaBuilder()
                .withNamespace(namespace)
                .withName(name(address))
                .build());
        subscription.setSpec(SubscriptionSpec.mail(address, wanted, language));
        boolean full = mirror.list(Subscription.class, namespace).stream()
                        .filter(each ->
                                each.getSpec().email() != null && each.getSpec().confirmedAt() == null)
                        .count()
                >= MOST_PENDING;
        if (!full) {
            Apply.unlessThere(mirror.kubernetes(), subscription);
        }
    }

    /** One address, one subscription: who asks twice is asked once. */
    private static String name(String address) {
        var digest = Ids.digest(address.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        return "mail-" + HexFormat.of().formatHex(digest).substring(0, 32);
    }

    private Reply link(Ask ask, Board board, SubscribePage page, Purpose purpose) {
        var token = ask.parameter("t").orElse("");
        var subscription = ask.parameter("s")
                .filter(name -> name.matches("[a-z0-9.-]{1,253}"))
                .flatMap(name -> mirror.find(Subscription.class, board.page().namespace(), name))
                .filter(found -> links.isRight(purpose, found, token));
        if (subscription.isEmpty()) {
            return page.message(404, "page.stale");
        }
        if (ask.isRead()) {
            return page.button(purpose, subscription.get().getMetadata().getName(), token);
        }
        return switch (purpose) {
            case CONFIRM -> {
                confirm(subscription.get());
                yield page.message(200, "page.confirmed");
            }
            case UNSUBSCRIBE -> {
                mirror.kubernetes().resource(subscription.get()).delete();
                yield page.message(200, "page.unsubscribed");
            }
        };
    }

    private void confirm(Subscription subscription) {
        if (subscription.getSpec().confirmedAt() == null) {
            mirror.kubernetes()
                    .resources(Subscription.class)
                    .inNamespace(subscription.getMetadata().getNamespace())
                    .withName(subscription.getMetadata().getName())
                    .patch(ONE_FIELD, "{\"spec\":{\"confirmedAt\":\"%s\"}}".formatted(clock.instant()));
        }
    }
}

package dev.allmende.status.contract;

import dev.allmende.api.ObjectReference;
import dev.allmende.api.status.Component;
import dev.allmende.api.status.ComponentSpec;
import dev.allmende.api.status.ExpectedImpact;
import dev.allmende.api.status.Impact;
import dev.allmende.api.status.ImpactType;
import dev.allmende.api.status.ImpactTypeSpec;
import dev.allmende.api.status.Incident;
import dev.allmende.api.status.Maintenance;
import dev.allmende.status.board.Board;
import dev.allmende.status.caller.Caller;
import dev.allmende.status.view.Ask;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Components and impact types. What something refers to cannot be deleted. */
final class PartWrites {

    private static final ImpactTypeSpec NO_TYPE = new ImpactTypeSpec(null, null, List.of());
    private static final ComponentSpec NO_COMPONENT =
            new ComponentSpec(null, null, List.of(), null, null, Map.of(), List.of(), List.of());

    private final Store store;

    PartWrites(Store store) {
        this.store = store;
    }

    ImpactType createType(Ask ask, Board board, Caller author) throws InterruptedException {
        var type = new ImpactType();
        type.setSpec(merged(NO_TYPE, typeBody(ask)));
        return store.create(type, text(type.getSpec().displayName()), board, author);
    }

    void changeType(String id, Ask ask, Board board, Caller author) throws InterruptedException {
        var body = typeBody(ask);
        var name = Find.kind(board, id).name();
        store.edit(ImpactType.class, name, board, author, type -> type.setSpec(merged(type.getSpec(), body)));
    }

    void deleteType(String id, Board board) throws InterruptedException {
        var kind = Find.kind(board, id);
        refuseUsed(kind.name(), board, Impact::impactTypeRef, ExpectedImpact::impactTypeRef);
        store.delete(
                ImpactType.class, kind.name(), board, now -> now.kind(kind.id()).isPresent());
    }

    Component createComponent(Ask ask, Board board, Caller author) throws InterruptedException {
        var component = new Component();
        component.setSpec(merged(NO_COMPONENT, componentBody(ask)));
        return store.create(component, text(component.getSpec().displayName()), board, author);
    }

    void changeComponent(String id, Ask ask, Board board, Caller author) throws InterruptedException {
        var body = componentBody(ask);
        var name = Find.part(board, id).name();
        store.edit(
                Component.class,
                name,
                board,
                author,
                component -> component.setSpec(merged(component.getSpec(), body)));
    }

    void deleteComponent(String id, Board board) throws InterruptedException {
        var part = Find.part(board, id);
        refuseUsed(part.name(), board, Impact::componentRef, ExpectedImpact::componentRef);
        store.delete(
                Component.class, part.name(), board, now -> now.part(part.id()).isPresent());
    }

    private static Body typeBody(Ask ask) {
        return Body.of(ask, "displayName", "description");
    }

    private static Body componentBody(Ask ask) {
        return Body.of(ask, "displayName", "labels");
    }

    private static ImpactTypeSpec merged(ImpactTypeSpec old, Body body) {
        return new ImpactTypeSpec(
                body.text("displayName", old.displayName(), Body.NAME),
                body.text("description", old.description(), Body.TEXT),
                old.translations());
    }

    private static ComponentSpec merged(ComponentSpec old, Body body) {
        return new ComponentSpec(
                body.text("displayName", old.displayName(), Body.NAME),
                old.description(),
                old.translations(),
                old.group(),
                old.order(),
                body.has("labels") ? labels(body) : old.labels(),
                old.dependsOn(),
                old.visibleTo());
    }

    private static Map<String, String> labels(Body body) {
        if (!body.gives("labels")) {
            return Map.of();
        }
        var inner = body.inner("labels");
        var labels = new TreeMap<String, String>();
        inner.json().fieldNames().forEachRemaining(key -> labels.put(key, inner.neededText(key, Body.TEXT)));
        return labels;
    }

    /** Of the resources, since a board lacks proposals and what nobody has approved yet. */
    private void refuseUsed(
            String name,
            Board board,
            Function<Impact, ObjectReference> ofImpact,
            Function<ExpectedImpact, ObjectReference> ofPlan) {
        var incidents = store.all(Incident.class, board).stream()
                .filter(each -> uses(each.getSpec().affects().stream().map(ofImpact), name))
                .map(each -> "Incident " + each.getMetadata().getName());
        var plans = store.all(Maintenance.class, board).stream()
                .filter(each -> uses(each.getSpec().affects().stream().map(ofPlan), name))
                .map(each -> "Maintenance " + each.getMetadata().getName());
        Stream.concat(incidents, plans).sorted().findFirst().ifPresent(user -> {
            throw Refused.of(409, "%s refers to it".formatted(user));
        });
    }

    private static boolean uses(Stream<ObjectReference> references, String name) {
        return references.anyMatch(reference -> reference.name().equals(name));
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}

package dev.allmende.status.provisioning;

import dev.allmende.api.status.Component;
import dev.allmende.api.status.ComponentSpec;
import dev.allmende.api.status.ImpactType;
import dev.allmende.api.status.ImpactTypeSpec;
import dev.allmende.api.status.StatusPage;
import dev.allmende.api.status.StatusPageSpec;
import dev.allmende.api.status.StatusPageSpec.PhaseList;
import dev.allmende.kit.ObjectNames;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a namespace lacks of a provisioning file. What is there stays as it is, as the reference server leaves what its tables
 * hold: so a file can be imported again. Components and impact types are known by the name that readers see. Pure.
 *
 * @param namespace of the page
 * @param there what it has
 */
public record Lacking(String namespace, There there) {

    private static final String PAGE = "page";

    /** What a namespace has. */
    public record There(Optional<StatusPage> page, List<ImpactType> types, List<Component> components) {

        public boolean isEmpty() {
            return page.isEmpty() && types.isEmpty() && components.isEmpty();
        }
    }

    /** @param title of a page that has to be made */
    public List<HasMetadata> of(Provisioning file, String title) {
        var all = new ArrayList<HasMetadata>();
        page(file, title).ifPresent(all::add);
        all.addAll(types(file));
        all.addAll(components(file));
        return List.copyOf(all);
    }

    /** A page that has to be made, or one that has neither phases nor severities of its own yet and gets the file's. */
    private Optional<StatusPage> page(Provisioning file, String title) {
        var old = there.page();
        var spec = old.map(StatusPage::getSpec).orElseGet(() -> empty(title));
        var filled = spec;
        if (spec.phases().isEmpty() && !file.phases().isEmpty()) {
            filled = filled.with(List.of(new PhaseList(1, file.phases())));
        }
        if (spec.severities().isEmpty() && !file.severities().isEmpty()) {
            filled = filled.withSeverities(file.severities());
        }
        if (old.isPresent() && filled.equals(spec)) {
            return Optional.empty();
        }
        var page = new StatusPage();
        page.setMetadata(old.map(HasMetadata::getMetadata)
                .orElseGet(() -> new ObjectMetaBuilder()
                        .withName(PAGE)
                        .withNamespace(namespace)
                        .build()));
        page.setSpec(filled);
        return Optional.of(page);
    }

    private static StatusPageSpec empty(String title) {
        return new StatusPageSpec(
                title, null, List.of(), List.of(), null, null, null, null, List.of(), null, List.of(), List.of(), null);
    }

    private List<ImpactType> types(Provisioning file) {
        var known = there.types().stream()
                .map(type -> Objects.requireNonNullElse(type.getSpec().displayName(), ""))
                .collect(Collectors.toCollection(HashSet::new));
        var taken = names(there.types());
        var lacking = new ArrayList<ImpactType>();
        for (var type : file.impactTypes()) {
            if (known.add(type.name())) {
                var object = named(new ImpactType(), type.name(), taken);
                object.setSpec(new ImpactTypeSpec(type.name(), type.text().isEmpty() ? null : type.text(), List.of()));
                lacking.add(object);
            }
        }
        return lacking;
    }

    private List<Component> components(Provisioning file) {
        var known = there.components().stream()
                .map(component -> Objects.requireNonNullElse(component.getSpec().displayName(), ""))
                .collect(Collectors.toCollection(HashSet::new));
        var taken = names(there.components());
        var lacking = new ArrayList<Component>();
        int order = 0;
        for (var part : file.components()) {
            order++;
            if (known.add(part.name())) {
                var object = named(new Component(), part.name(), taken);
                object.setSpec(new ComponentSpec(
                        part.name(), null, List.of(), null, order, part.labels(), List.of(), List.of()));
                lacking.add(object);
            }
        }
        return lacking;
    }

    private static Set<String> names(List<? extends HasMetadata> objects) {
        return objects.stream()
                .map(object -> object.getMetadata().getName())
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** @param taken names of its kind; gets this one */
    private <K extends HasMetadata> K named(K object, String title, Set<String> taken) {
        int number = 1;
        var name = ObjectNames.of(title, Integer.toString(number), taken);
        while (!taken.add(name)) {
            number++;
            name = ObjectNames.of(title, Integer.toString(number), taken);
        }
        object.setMetadata(
                new ObjectMetaBuilder().withName(name).withNamespace(namespace).build());
        return object;
    }
}

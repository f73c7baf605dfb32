package dev.allmende.server.controllers;

import dev.allmende.api.ObjectReference;
import dev.allmende.api.status.Component;
import dev.allmende.api.status.ComponentSpec;
import dev.allmende.api.status.ExpectedImpact;
import dev.allmende.api.status.ImpactType;
import dev.allmende.api.status.ImpactTypeSpec;
import dev.allmende.api.status.Maintenance;
import dev.allmende.api.status.MaintenanceSpec;
import dev.allmende.api.status.StatusPage;
import dev.allmende.api.status.StatusPageSpec;
import dev.allmende.api.status.StatusPageSpec.PhaseList;
import dev.allmende.api.status.StatusPageSpec.Severity;
import dev.allmende.api.status.Translation;
import dev.allmende.kit.Apply;
import dev.allmende.status.StatusSite;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A status page about the demonstration cloud, so that there is something to see. What somebody made of it since stays. */
final class DemoStatus {

    private static final String INFRASTRUCTURE = "Infrastructure";
    private static final String PLATFORM = "Platform";

    private DemoStatus() {}

    static void apply(KubernetesClient kubernetes) {
        Apply.unlessThere(
                kubernetes,
                new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(StatusSite.HOME)
                        .endMetadata()
                        .build());
        var page = new StatusPage();
        page.setSpec(page());
        make(kubernetes, page, "page");
        component(kubernetes, "identity", "Login", PLATFORM);
        component(kubernetes, "compute", "Servers", INFRASTRUCTURE);
        component(kubernetes, "network", "Networks", INFRASTRUCTURE);
        component(kubernetes, "storage", "Volumes", INFRASTRUCTURE);
        component(kubernetes, "images", "Images", INFRASTRUCTURE);
        component(kubernetes, "loadbalancer", "Load balancers", INFRASTRUCTURE);
        component(kubernetes, "dns", "DNS", PLATFORM);
        DemoProbes.apply(kubernetes);
        type(kubernetes, "performance", "Performance degradation", "Leistungseinbußen");
        type(kubernetes, "connectivity", "Connectivity problems", "Verbindungsprobleme");
        type(kubernetes, "maintenance", "Maintenance", "Wartung");
        type(kubernetes, "unknown", "Unknown", "Unbekannt");
        make(kubernetes, maintenance(), "switches");
    }

    private static StatusPageSpec page() {
        return new StatusPageSpec(
                "Demonstration cloud",
                "The cloud that \"allmende up\" plays, and what its probes find.",
                List.of(new Translation(
                        "de", "Vorführ-Cloud", "Die Cloud, die „allmende up“ spielt, und was ihre Sonden finden.")),
                List.of("en", "de"),
                "Europe/Berlin",
                null,
                null,
                null,
                List.of(),
                null,
                List.of(new PhaseList(
                        1,
                        List.of(
                                "Scheduled",
                                "Investigation ongoing",
                                "Working on it",
                                "Potential fix deployed",
                                "Done"))),
                List.of(new Severity("operational", 33), new Severity("limited", 66), new Severity("broken", 100)),
                null);
    }

    /** Each week one window, which begins and ends by itself. */
    private static Maintenance maintenance() {
        var maintenance = new Maintenance();
        maintenance.setSpec(MaintenanceSpec.weekly(
                "Switches are replaced",
                "Connections may break for a moment.",
                List.of(new Translation("de", "Switches werden getauscht", "Verbindungen können kurz abreißen.")),
                "2026-11-24T22:00",
                "2026-11-24T23:00",
                "Europe/Berlin",
                List.of(new ExpectedImpact(new ObjectReference("network"), new ObjectReference("maintenance"), 40))));
        return maintenance;
    }

    private static void component(
            KubernetesClient kubernetes, String name, String displayName, @Nullable String group) {
        var component = new Component();
        component.setSpec(ComponentSpec.named(displayName, group));
        make(kubernetes, component, name);
    }

    private static void type(KubernetesClient kubernetes, String name, String displayName, String german) {
        var type = new ImpactType();
        type.setSpec(new ImpactTypeSpec(displayName, null, List.of(new Translation("de", german, null))));
        make(kubernetes, type, name);
    }

    private static void make(KubernetesClient kubernetes, HasMetadata object, String name) {
        object.setMetadata(new ObjectMetaBuilder()
                .withName(name)
                .withNamespace(StatusSite.HOME)
                .build());
        Apply.unlessThere(kubernetes, object);
    }
}

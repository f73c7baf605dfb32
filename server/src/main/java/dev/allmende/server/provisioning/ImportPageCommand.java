package dev.allmende.server.provisioning;

import dev.allmende.api.status.Component;
import dev.allmende.api.status.ImpactType;
import dev.allmende.api.status.StatusPage;
import dev.allmende.cli.ExitCode;
import dev.allmende.cli.UserError;
import dev.allmende.server.objects.ApiOptions;
import dev.allmende.server.objects.Plain;
import dev.allmende.status.StatusSite;
import dev.allmende.status.provisioning.InvalidFile;
import dev.allmende.status.provisioning.Lacking;
import dev.allmende.status.provisioning.Provisioning;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Makes objects of what the provisioning file of the SCS reference server says. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Make a page, its components and impact types of a provisioning file of the SCS status page (status-page-api).",
            "What is there stays as it is, so the command can be run again; phases and severities are taken when the page",
            "has none of its own."
        })
final class ImportPageCommand implements Callable<Integer> {

    @ParentCommand
    private @Nullable StatusPageCommand statusPage;

    @Parameters(paramLabel = "FILE", description = "The provisioning file, YAML.")
    private Path file = Path.of("");

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAME",
            description = "Namespace of the page; made when it is not there. Default: $${DEFAULT-VALUE}",
            defaultValue = StatusSite.HOME)
    private String namespace = StatusSite.HOME;

    @Option(
            names = "--title",
            paramLabel = "TEXT",
            description = "Name of a page that has to be made. Default: $${DEFAULT-VALUE}",
            defaultValue = "Status")
    private String title = "Status";

    @Option(names = "--dry-run", description = "Print the objects as YAML and make none.")
    private boolean dryRun;

    @Mixin
    private ApiOptions api = new ApiOptions();

    @Override
    public Integer call() {
        var terminal = Objects.requireNonNull(statusPage).terminal;
        var provisioning = read();
        try (var kubernetes = api.connect(terminal)) {
            var objects = lacking(kubernetes, provisioning);
            if (dryRun) {
                terminal.out().print(Plain.yaml(kubernetes, objects));
            } else {
                objects.forEach(object -> {
                    write(kubernetes.resource(object));
                    terminal.out().println(made(object));
                });
                terminal.out().println(objects.isEmpty() ? "nothing to import: all is there" : summary(objects.size()));
            }
            terminal.out().flush();
            return ExitCode.CONFORMS;
        } catch (KubernetesClientException refused) {
            throw new UserError(ExitCode.REFUSED, String.valueOf(refused.getMessage()), refused);
        }
    }

    private Provisioning read() {
        try {
            return Provisioning.read(Files.readString(file));
        } catch (InvalidFile broken) {
            throw new UserError(ExitCode.DATA, "%s: %s".formatted(file, broken.getMessage()), broken);
        } catch (IOException broken) {
            throw new UserError(ExitCode.IO, "%s cannot be read: %s".formatted(file, broken.getMessage()), broken);
        }
    }

    private List<HasMetadata> lacking(KubernetesClient kubernetes, Provisioning provisioning) {
        var there = new Lacking.There(
                objects(kubernetes, StatusPage.class).stream()
                        .min(Comparator.comparing(page -> page.getMetadata().getName())),
                objects(kubernetes, ImpactType.class),
                objects(kubernetes, Component.class));
        var objects = new Lacking(namespace, there).of(provisioning, title);
        boolean isNew =
                there.isEmpty() && kubernetes.namespaces().withName(namespace).get() == null;
        return isNew ? Stream.concat(Stream.of(namespace()), objects.stream()).toList() : objects;
    }

    private static <K extends HasMetadata> void write(Resource<K> resource) {
        boolean isThere = resource.item().getMetadata().getResourceVersion() != null;
        if (isThere) {
            resource.update();
        } else {
            resource.create();
        }
    }

    private HasMetadata namespace() {
        return new NamespaceBuilder()
                .withNewMetadata()
                .withName(namespace)
                .endMetadata()
                .build();
    }

    private <K extends HasMetadata> List<K> objects(KubernetesClient kubernetes, Class<K> kind) {
        return kubernetes.resources(kind).inNamespace(namespace).list().getItems();
    }

    private String summary(int count) {
        return "%d objects; the page is at %s/%s/ of the server".formatted(count, StatusSite.ROOT, namespace);
    }

    private static String made(HasMetadata object) {
        return "%s %s".formatted(object.getKind(), object.getMetadata().getName());
    }
}

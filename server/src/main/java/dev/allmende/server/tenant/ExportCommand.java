package dev.allmende.server.tenant;

import dev.allmende.cli.ExitCode;
import dev.allmende.cli.UserError;
import dev.allmende.server.objects.ApiOptions;
import dev.allmende.server.objects.Plain;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Writes a namespace's objects as YAML. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Print the objects of a tenant's namespace as YAML, as somebody would write them: to be kept in git, to be",
            "changed and applied. What the catalogue put there is left out; so are Secrets, always."
        })
final class ExportCommand implements Callable<Integer> {

    private static final String CATALOGUE = "tenancy.allmende.dev/catalogue";

    @ParentCommand
    private @Nullable TenantCommand tenant;

    @Parameters(paramLabel = "TENANT", description = "Name of the tenant: of its namespace.")
    private String namespace = "";

    @Option(names = "--all", description = "What the catalogue put there, too.")
    private boolean all;

    @Mixin
    private ApiOptions api = new ApiOptions();

    @Override
    public Integer call() {
        var terminal = Objects.requireNonNull(tenant).terminal;
        try (var kubernetes = api.connect(terminal)) {
            var kinds = new Kinds(kubernetes);
            var objects = kinds.all()
                    .flatMap(kind -> kinds.objects(kind, namespace).stream())
                    .filter(object -> all || !isOfCatalogue(object))
                    .toList();
            if (objects.isEmpty() && kubernetes.namespaces().withName(namespace).get() == null) {
                throw new UserError(
                        ExitCode.CONFIG, "there is no namespace %s; allmende whoami lists yours".formatted(namespace));
            }
            terminal.out().print(Plain.yaml(kubernetes, objects));
            terminal.out().flush();
            return ExitCode.CONFORMS;
        } catch (KubernetesClientException refused) {
            throw new UserError(ExitCode.REFUSED, String.valueOf(refused.getMessage()), refused);
        }
    }

    private static boolean isOfCatalogue(GenericKubernetesResource object) {
        var labels = object.getMetadata().getLabels();
        return labels != null && labels.containsKey(CATALOGUE);
    }
}

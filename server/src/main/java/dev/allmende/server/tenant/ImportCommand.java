package dev.allmende.server.tenant;

import dev.allmende.api.Thing;
import dev.allmende.central.importing.Importing;
import dev.allmende.cli.CloudOptions;
import dev.allmende.cli.ExitCode;
import dev.allmende.cli.Product;
import dev.allmende.cli.UserError;
import dev.allmende.openstack.ClientOptions;
import dev.allmende.openstack.Clouds;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.server.objects.ApiOptions;
import dev.allmende.server.objects.Plain;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Makes objects of what a project has already. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Make objects in a tenant's namespace for what its project has already: with managementPolicy Observe, so that",
            "nothing of it is changed or deleted. What has an object is left out, so the command can be run again.",
            "The cloud is read with your own login of clouds.yaml, which must be for the tenant's project."
        })
final class ImportCommand implements Callable<Integer> {

    @ParentCommand
    private @Nullable TenantCommand tenant;

    @Parameters(paramLabel = "TENANT", description = "Name of the tenant: of its namespace.")
    private String namespace = "";

    @Option(names = "--dry-run", description = "Print the objects as YAML and make none.")
    private boolean dryRun;

    @Mixin
    private CloudOptions cloud = new CloudOptions();

    @Mixin
    private ApiOptions api = new ApiOptions();

    @Override
    public Integer call() {
        var terminal = Objects.requireNonNull(tenant).terminal;
        var options = ClientOptions.standard(Product.version());
        try (var kubernetes = api.connect(terminal);
                var project = Clouds.open(cloud.config(terminal), options)) {
            var missing = new Importing(project, namespace).missing(there(kubernetes));
            if (dryRun) {
                terminal.out().print(Plain.yaml(kubernetes, missing));
            } else {
                missing.forEach(object -> {
                    kubernetes.resource(object).create();
                    terminal.out().println(made(object));
                });
                terminal.out()
                        .println(missing.isEmpty() ? "nothing to import: all has objects" : summary(missing.size()));
            }
            terminal.out().flush();
            return ExitCode.CONFORMS;
        } catch (KubernetesClientException refused) {
            throw new UserError(ExitCode.REFUSED, String.valueOf(refused.getMessage()), refused);
        } catch (OpenStackException refused) {
            throw new UserError(ExitCode.UNAVAILABLE, String.valueOf(refused.getMessage()), refused);
        }
    }

    private String summary(int count) {
        return "%d objects in %s; kubectl -n %s get allmende".formatted(count, namespace, namespace);
    }

    private static String made(GenericKubernetesResource object) {
        return "%s %s".formatted(object.getKind(), object.getMetadata().getName());
    }

    private Map<Class<?>, List<? extends Thing<?, ?>>> there(KubernetesClient kubernetes) {
        var there = new HashMap<Class<?>, List<? extends Thing<?, ?>>>();
        Importing.kinds().forEach(kind -> there.put(kind, objects(kubernetes, kind)));
        return there;
    }

    private <K extends Thing<?, ?>> List<K> objects(KubernetesClient kubernetes, Class<K> kind) {
        return kubernetes.resources(kind).inNamespace(namespace).list().getItems();
    }
}

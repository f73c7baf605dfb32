package dev.allmende.cli.flavor;

import dev.allmende.cli.Product;
import dev.allmende.conformance.flavor.Flavors;
import dev.allmende.conformance.snapshot.RecordedAnswer;
import dev.allmende.openstack.Answer;
import dev.allmende.openstack.ClientOptions;
import dev.allmende.openstack.Clouds;
import dev.allmende.openstack.ServiceType;
import dev.allmende.openstack.config.CloudConfigs;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Gives the names of a cloud's flavors. */
@FunctionalInterface
interface CloudNames {

    /** @throws dev.allmende.openstack.OpenStackException when the cloud is not configured or does not answer */
    List<String> of(String cloud);

    /** The clouds of clouds.yaml and the OS_* variables. */
    static CloudNames configured() {
        return name -> {
            var home = Path.of(System.getProperty("user.home"));
            var config = CloudConfigs.read(System.getenv(), home, Path.of("").toAbsolutePath())
                    .get(name);
            try (var cloud = Clouds.open(config, ClientOptions.standard(Product.version()))) {
                var pages = cloud.service(ServiceType.COMPUTE).pages(Flavors.list(), "flavors");
                return Flavors.names(pages.stream().map(CloudNames::recorded).toList());
            }
        };
    }

    private static RecordedAnswer recorded(Answer page) {
        return new RecordedAnswer("GET " + page.uri(), page.status(), Map.of(), page.body());
    }
}

package dev.allmende.devcloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.devcloud.scenario.Scenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uses devcloud with the command line client of OpenStack, which knows nothing of us. */
@Tag("real")
class ForeignClientTest {
    private static final List<String> COMMANDS = List.of(
            "token issue -f value -c user_id",
            "catalog list -f value",
            "flavor list --long -f value",
            "flavor show SCS-1V-4 -f value",
            "image list --long -f value",
            "image show Debian_13 -f value",
            "network list -f value",
            "network create n -f value -c id",
            "subnet create s --network n --subnet-range 10.9.0.0/24 -f value -c id",
            "router create r -f value -c id",
            "router set r --external-gateway public",
            "router add subnet r s",
            "security group create g -f value -c id",
            "security group rule create g --dst-port 22 --protocol tcp -f value -c id",
            "keypair create k",
            "server create vm --flavor SCS-1V-4 --image Debian_13 --network n --key-name k --wait -f value -c status",
            "server list -f value",
            "server show vm -f value",
            "console log show vm",
            "volume type list -f value",
            "volume create v --size 1 -f value -c id",
            "volume show v -f value -c status",
            "server add volume vm v",
            "server remove volume vm v",
            "volume backup create v --name b -f value -c id",
            "volume backup list -f value",
            "volume snapshot create sn --volume v -f value -c id",
            "volume snapshot delete sn",
            "volume backup delete b",
            "server delete vm --wait",
            "volume delete v",
            "router remove subnet r s",
            "router delete r",
            "network delete n",
            "security group delete g",
            "keypair delete k",
            "secret store --name x --payload y -f value",
            "secret list -f value",
            "availability zone list -f value",
            "application credential create a -f value -c id",
            "application credential delete a",
            "--os-cloud devcloud-admin user list -f value",
            "--os-cloud devcloud-admin project create p --domain tenants -f value -c id",
            "--os-cloud devcloud-domain-manager user create u --domain tenants --password x -f value -c id",
            "--os-cloud devcloud-domain-manager role add --user u --user-domain tenants --project p --project-domain tenants member",
            "--os-cloud devcloud-domain-manager role assignment list --project p --project-domain tenants --names -f value");

    @TempDir
    Path folder;

    @Test
    void theOpenstackCommandLineWorks() throws IOException, InterruptedException {
        List<String> failures = new ArrayList<>();
        try (DevCloud cloud = DevCloud.start(Scenario.named("good"))) {
            Path file = Files.writeString(folder.resolve("clouds.yaml"), cloud.cloudsYaml());
            for (String command : COMMANDS) {
                String output = run(file, command);
                if (!output.isEmpty()) {
                    failures.add(command + ": " + output);
                }
            }
        }
        assertThat(failures).isEmpty();
    }

    /** @return nothing if all is well, else exit code and output */
    private String run(Path clouds, String command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("openstack"));
        if (!command.startsWith("--os-cloud")) {
            words.addAll(List.of("--os-cloud", "devcloud"));
        }
        for (String word : command.split(" ")) {
            words.add(word.equals("Debian_13") ? "Debian 13" : word);
        }
        Path log = folder.resolve("output.txt");
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("OS_CLIENT_CONFIG_FILE", clouds.toString());
        Process process = builder.start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return "no end after 120 s";
        }
        String output = Files.readString(log, StandardCharsets.UTF_8).strip();
        return process.exitValue() == 0 ? "" : "exit " + process.exitValue() + ": " + output;
    }
}

package dev.allmende.server.up;

import dev.allmende.cli.Terminal;
import dev.allmende.server.demo.DemoCloud;
import dev.allmende.server.place.FolderOptions;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is printed once the server answers: where everything is, and three commands to go on with. */
record Welcome(Wanted wanted, URI url, Optional<DemoCloud> demo, Optional<Path> password, Terminal terminal) {

    void print() {
        var out = terminal.out();
        out.println("Allmende runs. Stop it with Ctrl-C, or: " + wanted.down());
        out.println();
        line(out, "API", url.toString());
        line(
                out,
                "pages",
                url + "/   in a browser"
                        + password.map(file -> "; sign in as %s, password in %s".formatted(FirstLogin.USER, file))
                                .orElse(""));
        line(out, "kubeconfig", wanted.folders().kubeconfig().toString());
        line(out, "data", wanted.folders().data().toString());
        line(out, "keys", wanted.folders().keys() + "   keep a copy apart: no backup has them");
        demo.ifPresent(cloud -> {
            line(out, "cloud", cloud.url() + "   a demonstration, for no cloud is configured; see --no-demo");
            line(out, "", cloud.cloudsYaml().toString());
        });
        out.println();
        out.println("Try, in another terminal:");
        commands().forEach(command -> out.println("  " + command));
        out.flush();
    }

    private List<String> commands() {
        var commands = new ArrayList<>(
                List.of("export KUBECONFIG=" + wanted.folders().kubeconfig(), "kubectl get namespaces"));
        var check = FolderOptions.program(terminal) + " check iaas";
        commands.add(demo.map(cloud ->
                        "OS_CLIENT_CONFIG_FILE=%s %s --cloud %s".formatted(cloud.cloudsYaml(), check, DemoCloud.CLOUD))
                .orElse("kubectl create configmap first --from-literal=hello=world"));
        return commands;
    }

    private static void line(PrintWriter out, String what, String where) {
        out.printf("  %-12s%s%n", what, where);
    }
}

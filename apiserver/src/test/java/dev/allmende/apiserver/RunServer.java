package dev.allmende.apiserver;

import java.nio.file.Path;

/** Runs a bare server for experiments: {@code RunServer FOLDER [PORT]}; writes FOLDER/kubeconfig. */
public final class RunServer {

    private RunServer() {}

    public static void main(String[] args) throws Exception {
        var folder = Path.of(args[0]);
        int port = args.length > 1 ? Integer.parseInt(args[1]) : 0;
        var server = ApiServer.in(folder).listen("127.0.0.1", port).start();
        server.kubeconfig("allmende").write(folder.resolve("kubeconfig"));
        System.out.println(server.url());
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        Thread.currentThread().join();
    }
}

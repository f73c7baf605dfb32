package dev.allmende.server.up;

import dev.allmende.server.place.Folders;
import java.io.PrintWriter;
import java.net.URI;

/** What is printed once the server answers. */
record Welcome(Folders folders, URI url) {

    void print(PrintWriter out) {
        out.println("Allmende runs; stop it with Ctrl-C.");
        out.println();
        out.println("  API         " + url);
        out.println("  kubeconfig  " + folders.kubeconfig());
        out.println("  data        " + folders.data());
        out.println("  keys        " + folders.keys() + " (keep a copy: no backup has them)");
        out.println();
        out.println("Try:");
        out.println("  export KUBECONFIG=" + folders.kubeconfig());
        out.println("  kubectl get namespaces");
        out.println("  kubectl create configmap first --from-literal=hello=world");
        out.flush();
    }
}

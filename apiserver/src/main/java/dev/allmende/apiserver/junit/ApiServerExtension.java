package dev.allmende.apiserver.junit;

import dev.allmende.apiserver.ApiServer;
import dev.allmende.apiserver.tls.Kubeconfig;
import java.io.IOException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts a server in a folder of its own, on a free port, and hands it to tests. JUnit 6, or 5.13 and newer.
 *
 * <p>With {@code @ExtendWith(ApiServerExtension.class)}, or in a static field with {@code @RegisterExtension}, there is one
 * server for a class and the classes nested in it; in an instance field, one for each test. At the end it is stopped and
 * its folder deleted.
 *
 * <p>Test methods, life-cycle methods and constructors may have parameters of these types: {@link ApiServer},
 * {@link Kubeconfig} and {@link java.net.URI}, to reach it as its administrator, and
 * {@code io.fabric8.kubernetes.client.KubernetesClient}, if that library is there.
 */
public final class ApiServerExtension implements BeforeAllCallback, BeforeEachCallback, ParameterResolver {

    private static final Namespace HERE = Namespace.create(ApiServerExtension.class);

    private final UnaryOperator<ApiServer.Builder> wishes;

    /** A server with every default but the audit log, which nobody would read. */
    public ApiServerExtension() {
        this(ApiServer.Builder::withoutAudit);
    }

    private ApiServerExtension(UnaryOperator<ApiServer.Builder> wishes) {
        this.wishes = wishes;
    }

    /** A server to order: {@code ApiServerExtension.with(server -> server.admission(mine).clock(set))}. */
    public static ApiServerExtension with(UnaryOperator<ApiServer.Builder> wishes) {
        return new ApiServerExtension(server -> wishes.apply(server.withoutAudit()));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        running(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        running(context);
    }

    /** How to reach the server, for an extension that stands on this one. */
    public Kubeconfig kubeconfig(ExtensionContext context) {
        return (Kubeconfig) running(context).give(Kubeconfig.class);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return Running.gives(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return running(context).give(parameter.getParameter().getType());
    }

    /** The one of this test's class or of a class around it; else a new one, which ends with this context. */
    private synchronized Running running(ExtensionContext context) {
        var store = context.getStore(HERE);
        var running = store.get(this, Running.class);
        if (running == null) {
            running = start();
            store.put(this, running);
        }
        return running;
    }

    private Running start() {
        try {
            return Running.start(wishes);
        } catch (IOException e) {
            throw new ParameterResolutionException("the server for this test does not start: " + e.getMessage(), e);
        }
    }
}

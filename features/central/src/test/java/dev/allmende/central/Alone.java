package dev.allmende.central;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One suite at a time on each real peer, across the JVMs that suites run in: controllers of two suites would act on each other's
 * objects. Suites of different peers run side by side, since most of their time they wait.
 */
final class Alone implements BeforeAllCallback, AfterAllCallback {

    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(Alone.class);

    @Override
    public void beforeAll(ExtensionContext suite) throws IOException {
        var peer = suite.getRequiredTestClass().isAnnotationPresent(OnKubernetes.class) ? "kubernetes" : "openstack";
        var file = Path.of(System.getProperty("java.io.tmpdir"), "allmende-tests-on-" + peer + ".lock");
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.lock();
        suite.getStore(HERE).put("lock", channel);
    }

    @Override
    public void afterAll(ExtensionContext suite) throws IOException {
        var channel = suite.getStore(HERE).remove("lock", FileChannel.class);
        if (channel != null) {
            channel.close();
        }
    }
}

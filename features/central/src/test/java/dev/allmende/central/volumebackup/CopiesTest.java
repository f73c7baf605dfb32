package dev.allmende.central.volumebackup;

class CopiesTest extends CopiesBehaviour {}

import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { include: ["test/**/*.test.ts"], setupFiles: ["test/rejections.ts"], reporters: ["default"], testTimeout: 30_000 },
});

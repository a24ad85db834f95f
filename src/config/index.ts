/**
 * What `walkthrough.config.ts` may say, and the function that reads it.
 *
 * This folder knows shapes and checks them. It fetches nothing and knows no particular walkthrough.
 */
export { defineConfig } from './define-config.ts'
export { loadConfig, projectRoot } from './load-config.ts'
export { localize } from './localize.ts'
export type { LabConfig, LabConfigInput, ParameterConfig, ParameterType, PresetConfig, ToolConfig } from './lab-schema.ts'
export { editBase, issueUrl } from './project-links.ts'
export type {
  FolderConfig,
  Localized,
  ProjectConfig,
  RepositoryConfig,
  SourceConfig,
  StopConfig,
  VersionConfig,
  WalkthroughConfig,
  WaymarkConfig,
} from './schema.ts'

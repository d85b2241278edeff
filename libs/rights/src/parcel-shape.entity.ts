import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Shape } from './shape/plane.js';

export type ShapeSource = 'import' | 'survey' | 'training';

/** One version of a parcel's shape; a survey adds a version, nothing is overwritten. */
@Entity()
export class ParcelShape {
  @PrimaryColumn('uuid') parcelId: string;
  @PrimaryColumn('int') version: number;
  /** Longitude and latitude (CGCS2000), GeoJSON order. */
  @Column('jsonb') rings: Shape;
  /** The outer boundary in metres on the county's plane, for the index. */
  @Column('polygon') outline: string;
  @Column('float8') west: number;
  @Column('float8') south: number;
  @Column('float8') east: number;
  @Column('float8') north: number;
  @Column('numeric', { precision: 15, scale: 2 }) areaM2: string;
  @Column('text') source: ShapeSource;
  @Column('boolean') current: boolean;
  @Column('timestamptz') recordedAt: Date;
  /** Whether it was measured against the parcels about it. */
  @Column('boolean', { default: false }) overlapsKnown: boolean;
}
